import { route } from '@/lib/http/route'
import { checkCatalogue } from '@/lib/personas/check-catalogue'
import { grantTalk, talkRequest } from '@/lib/personas/talk-request'
import { anamApi } from '@/lib/vendors/anam/api'
import { grantSession } from '@/lib/vendors/anam/grant'

/** Seconds: the vendor's whole budget, and stopping what had expired. */
export const maxDuration = 60

export const POST = route({ body: talkRequest }, async (call) => {
  // Before a place is reserved: without a key there is nothing to reserve it for.
  anamApi()
  const grant = await grantTalk(call, {
    vendor: 'anam',
    // A draft was never checked, and the catalogue may have lost what was saved long ago.
    check: checkCatalogue,
    mint: grantSession,
  })
  return Response.json(grant)
})
