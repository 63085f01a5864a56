import 'server-only'
import type { TextVendor } from '../vendor'
import { anumaChat } from './chat'
import { anumaDirectChat } from './direct'
import { anumaEnvironment } from './environment'
import { chatModel } from './models'
import { anumaServerChat } from './server-chat'

/** Anuma: chat, through our server; or from the browser, where visitors pay for themselves. */
export const anuma: TextVendor = {
  id: 'anuma',
  name: 'Anuma',
  medium: 'text',
  environment: anumaEnvironment,
  keyName: 'ANUMA_API_KEY',
  configured: () => anumaEnvironment.read().ANUMA_API_KEY !== undefined,
  connectSources: () => {
    const { ANUMA_API_URL, ANUMA_USER_PAYS } = anumaEnvironment.read()
    return ANUMA_USER_PAYS ? [new URL(ANUMA_API_URL).origin] : []
  },
  get source() {
    return anumaEnvironment.read().ANUMA_USER_PAYS ? anumaDirectChat : anumaChat
  },
  chat: anumaServerChat,
  get direct() {
    const { ANUMA_API_URL: url, ANUMA_USER_PAYS } = anumaEnvironment.read()
    return ANUMA_USER_PAYS ? async () => ({ url, model: await chatModel() }) : undefined
  },
}
