'use client'

import { identityToken, onSignOut } from '@/lib/auth/authorized-fetch'
import type { ChatSource } from '@/lib/chat/chat-source'
import { directGrant } from '@/lib/chat/direct-grant'
import { ledgerClient } from '@/lib/conversation/ledger-client'
import { mintFrom } from '@/lib/conversation/mint'
import { createDirectChat } from './direct-chat'

/** A chat with Anuma at the visitor's own expense, for sites that have chosen that. */
export const anumaDirectChat: ChatSource = {
  ...createDirectChat({
    mint: (request, signal) =>
      mintFrom('/api/chat/direct', { ...request, vendor: 'anuma' }, directGrant, signal),
    identity: identityToken,
    live: ledgerClient.live,
  }),
  notice:
    'Answers in this chat are paid from your own account at Anuma. For that, this page sends Anuma your sign-in with every message: it contains your email address and wallets, and whoever holds it could use this site as you for up to an hour.',
}

// Also while another page of the app is open, from which the visitor signs out.
onSignOut(anumaDirectChat.forget)
