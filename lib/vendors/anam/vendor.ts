import 'server-only'
import { env } from '@/lib/env'
import type { Vendor } from '../vendor'
import { availability } from './availability'
import { catalogue } from './catalogue'
import { stopSession } from './stop'

/** Anam: a face with a voice, over WebRTC. */
export const anam: Vendor = {
  id: 'anam',
  name: 'Anam',
  medium: 'face',
  configured: () => env().ANAM_API_KEY !== undefined,
  connectSources: () => connectSources(env().ANAM_API_URL),
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
