'use client'

import { onSignOut } from '@/lib/auth/authorized-fetch'
import { proxySource } from '@/lib/chat/proxy-source'
import { ledgerClient } from '@/lib/conversation/ledger-client'
import { mintFrom } from '@/lib/conversation/mint'
import { createAnimusChat } from './chat-with-token'
import { personaGrant } from './token-grant'

/** A chat with Animus: the page asks it itself, with a token of our server's. */
export const animusChat = createAnimusChat({
  mint: (request, signal) => mintFrom('/api/animus-token', request, personaGrant, signal),
  live: ledgerClient.live,
})

// Also while another page of the app is open, from which the visitor signs out.
onSignOut(animusChat.forget)

/** The same by way of our server, for sites that give browsers no tokens. */
export const animusChatThroughServer = proxySource({ vendor: 'animus' })
