import 'server-only'
import type { VoiceVendor } from '../vendor'
import { swaramEnvironment } from './environment'
import { socketUrl } from './socket-url'
import { swaramTransport } from './transport'

/** Swaram: Malayalam speech to speech, over a WebSocket. What runs there ends with its socket. */
export const swaram: VoiceVendor = {
  id: 'swaram',
  name: 'Swaram',
  medium: 'voice',
  environment: swaramEnvironment,
  keyName: 'SWARAM_API_KEY',
  configured: () => swaramEnvironment.read().SWARAM_API_KEY !== undefined,
  connectSources: () => [new URL(socketUrl(swaramEnvironment.read())).origin],
  transport: swaramTransport,
}
