import { after } from 'next/server'
import { db } from '@/lib/db/client'
import { emptyBody, route } from '@/lib/http/route'
import { saveFeedback } from '@/lib/ledger/feedback'
import { ownSession } from '@/lib/ledger/own-session'
import { sessionEvent } from '@/lib/ledger/session-event'
import { claimStop, keepMessages, markEnded, markLive } from '@/lib/ledger/transitions'
import { stopSessions } from '@/lib/vendors/stop-sessions'

/** Seconds: looking for a session at the vendor that may start late, and stopping it. */
export const maxDuration = 60

const options = { body: sessionEvent, maxBytes: 200_000, allowText: true }

const handler = route<typeof sessionEvent, { id: string }>(
  options,
  async ({ identity, params, body, timing }) => {
    const owned = { id: params.id, userId: identity.userId }
    const open = await db()
    const over = await timing.measure('ledger', async () => {
      if (body.event === 'feedback') return saveFeedback(open, owned, body)
      if (body.event === 'messages') return keepMessages(open, owned, body.messages)
      if (body.event === 'live') {
        const { open: runs, session } = await markLive(open, owned, body)
        // A start that was overtaken by its own end must not go on unseen.
        return runs ? undefined : { ...session, vendorSessionId: body.vendorSessionId ?? null }
      }
      const { changed, session } = await markEnded(open, owned, body)
      return changed ? session : undefined
    })
    if (over && (await claimStop(open, over.id))) after(() => stopSessions([over]))
    return new Response(null, { status: 204 })
  },
)

export const GET = route<typeof emptyBody, { id: string }>(
  { body: emptyBody },
  async ({ identity, params }) =>
    Response.json(await ownSession(await db(), { id: params.id, userId: identity.userId })),
)

export const PATCH = handler

/** `navigator.sendBeacon`, the one request a closing page can still send, only knows POST. */
export const POST = handler
