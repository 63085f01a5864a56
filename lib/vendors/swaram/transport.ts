'use client'

import { mintFrom } from '@/lib/conversation/mint'
import type { Transport } from '@/lib/conversation/transport'
import { speaksFirstHeader, type VoiceGrant, voiceGrant } from './voice-grant'

/** A grant as this side keeps it. */
export interface SwaramGrant extends VoiceGrant {
  /** The persona begins. */
  speaksFirst: boolean
}

const loadConnection = () => import('./connection')

/** Voice alone with Swaram, over a WebSocket. */
export const swaramTransport: Transport<SwaramGrant> = {
  isSupported: () => 'AudioWorkletNode' in globalThis && 'WebSocket' in globalThis,
  takesText: false,
  language: 'ml',
  mintsAfterMicrophone: true,
  async mint(request, signal) {
    let speaksFirst = false
    const grant = await mintFrom(
      '/api/swaram-token',
      { ...request },
      voiceGrant,
      signal,
      (headers) => {
        speaksFirst = headers.get(speaksFirstHeader) === 'true'
      },
    )
    return { ...grant, speaksFirst }
  },
  connect: async (grant, options) => (await loadConnection()).openConnection(grant, options),
  preload() {
    // A failed preload is not a failure yet: `connect` tries again and says so.
    loadConnection()
      .then(({ preloadWorklet }) => preloadWorklet())
      .catch(() => {})
  },
}
