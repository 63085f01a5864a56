import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { grantTalk, talkRequest } from '@/lib/personas/talk-request'
import { animusApi } from '@/lib/vendors/animus/api'
import { grantChat } from '@/lib/vendors/animus/grant'
import { openChat } from '@/lib/vendors/animus/open-chat'

/** Seconds: the vendor has five, and what had expired elsewhere is stopped afterwards. */
export const maxDuration = 60

const body = talkRequest.omit({ takeOver: true })

/**
 * The token provider of the vendor's documents: their own SDK posts here with no body, no content
 * type and no header of its own, only the cookie (reference C3). Our page names a persona besides.
 */
export const POST = route({ body }, async (call) => {
  // Before a place is reserved: without a key there is nothing to reserve it for.
  animusApi()
  const { body, identity, request } = call
  const forPersona = body.personaId !== undefined
  const continues =
    body.continues ?? (forPersona ? undefined : await openChat(await db(), identity.userId))
  const grant = await grantTalk(
    { ...call, body: { ...body, continues } },
    {
      vendor: 'animus',
      medium: 'text',
      mint: (talk, place) => grantChat(talk, place, { forPersona, signal: request.signal }),
    },
  )
  return Response.json(grant)
})
