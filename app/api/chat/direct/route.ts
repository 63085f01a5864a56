import { Problem } from '@/lib/http/problem'
import { route } from '@/lib/http/route'
import { grantTalk, talkRequest } from '@/lib/personas/talk-request'
import { brainId } from '@/lib/personas/text'
import { findVendor } from '@/lib/vendors/registry'

/** Seconds: a vendor may have to be asked for its models. */
export const maxDuration = 60

const body = talkRequest.omit({ takeOver: true }).extend({
  /** Who is asked: a vendor that is set up to be asked by browsers. */
  vendor: brainId,
})

/**
 * What a page needs to chat with a vendor at the visitor's own expense: our server is not between
 * them, and gives no credential of its own (docs/decisions/009-who-pays-for-chat.md).
 */
export const POST = route({ body }, async (call) => {
  const { vendor: id, ...body } = call.body
  const vendor = findVendor(id)
  // Before a place is reserved: where it is not set up there is nothing to reserve it for.
  const direct = vendor?.medium === 'text' && vendor.configured() ? vendor.direct?.() : undefined
  if (!direct) {
    throw new Problem('vendor_not_configured', { detail: 'Browsers do not chat with it here.' })
  }
  const { url, model } = await direct
  const grant = await grantTalk(
    { ...call, body },
    {
      vendor: id,
      medium: 'text',
      mint: async ({ persona, prompt }, { id: sessionId }) => ({
        grant: { url, model, instructions: prompt, sessionId },
        config: {
          persona: persona.isPreset ? 'preset' : 'own',
          sent: { model, systemPrompt: prompt },
        },
      }),
    },
  )
  return Response.json(grant)
})
