import 'server-only'
import type { TextVendor } from '../vendor'
import { animusChat, animusChatThroughServer } from './chat'
import { animusEnvironment } from './environment'
import { animusServerChat } from './server-chat'

/**
 * Animus: chat. A browser asks it itself, with a token that our server has made for it; or through
 * our server, where a site has chosen that.
 */
export const animus: TextVendor = {
  id: 'animus',
  name: 'Animus',
  medium: 'text',
  environment: animusEnvironment,
  keyName: 'ANIMUS_API_KEY',
  configured: () => animusEnvironment.read().ANIMUS_API_KEY !== undefined,
  connectSources() {
    const { ANIMUS_API_URL, ANIMUS_THROUGH_SERVER } = animusEnvironment.read()
    return ANIMUS_THROUGH_SERVER ? [] : [new URL(ANIMUS_API_URL).origin]
  },
  get source() {
    return animusEnvironment.read().ANIMUS_THROUGH_SERVER ? animusChatThroughServer : animusChat
  },
  chat: animusServerChat,
}
