import 'server-only'
import type { FaceVendor } from '../vendor'
import { availability } from './availability'
import { catalogue } from './catalogue'
import { anamEnvironment } from './environment'
import { stopSession } from './stop'
import { anamTransport } from './transport'

/** Anam: a face with a voice, over WebRTC. */
export const anam: FaceVendor = {
  id: 'anam',
  name: 'Anam',
  medium: 'face',
  environment: anamEnvironment,
  keyName: 'ANAM_API_KEY',
  configured: () => anamEnvironment.read().ANAM_API_KEY !== undefined,
  connectSources: () => connectSources(anamEnvironment.read().ANAM_API_URL),
  transport: anamTransport,
  stopSession,
  availability,
  catalogue,
}

/** The API and its signalling sockets; Anam's engines live on hosts of their own. */
function connectSources(apiUrl: string): string[] {
  const { origin, host, protocol } = new URL(apiUrl)
  if (protocol === 'http:') return [origin, `ws://${host}`]
  // Regional endpoints too hand out engines under anam.ai.
  return [origin, `wss://${host}`, 'https://*.anam.ai', 'wss://*.anam.ai']
}
