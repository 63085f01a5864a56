'use client'

import { lookForFreeLine } from '@/lib/conversation/availability'
import { mintFrom } from '@/lib/conversation/mint'
import type { Transport } from '@/lib/conversation/transport'
import { type SessionGrant, sessionGrant } from './session-grant'
import { openConnection } from './transport-connection'

/** 47 kB gzip that nobody needs before they mean to talk. */
const loadSdk = () => import('@anam-ai/js-sdk')

/** Face to face over WebRTC with Anam. */
export const anamTransport: Transport<SessionGrant> = {
  takesText: true,
  // Anam's FAQ: "Firefox is not currently supported". On iOS it is WebKit, and calls itself FxiOS.
  isSupported: () => 'RTCPeerConnection' in globalThis && !/\bFirefox\//.test(navigator.userAgent),
  mint: (request, signal) => mintFrom('/api/session-token', { ...request }, sessionGrant, signal),
  availability: lookForFreeLine,
  connect: async (grant, options) => openConnection(await loadSdk(), grant, options),
  preload() {
    // A failed preload is not a failure yet: `connect` tries again and says so.
    loadSdk().catch(() => {})
  },
}
