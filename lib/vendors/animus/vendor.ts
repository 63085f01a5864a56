import 'server-only'
import type { TextVendor } from '../vendor'
import { animusChat } from './chat'
import { animusEnvironment } from './environment'
import { animusServerChat } from './server-chat'

/** Animus: chat. A browser asks it itself, with a token that our server has made for it. */
export const animus: TextVendor = {
  id: 'animus',
  name: 'Animus',
  medium: 'text',
  environment: animusEnvironment,
  keyName: 'ANIMUS_API_KEY',
  configured: () => animusEnvironment.read().ANIMUS_API_KEY !== undefined,
  connectSources: () => [new URL(animusEnvironment.read().ANIMUS_API_URL).origin],
  source: animusChat,
  chat: animusServerChat,
}
