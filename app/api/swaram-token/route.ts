import { route } from '@/lib/http/route'
import { grantTalk, talkRequest } from '@/lib/personas/talk-request'
import { swaramApi } from '@/lib/vendors/swaram/api'
import { grantVoice } from '@/lib/vendors/swaram/grant'
import { speaksFirstHeader } from '@/lib/vendors/swaram/voice-grant'

/** Seconds: the vendor's whole budget, and stopping what had expired. */
export const maxDuration = 60

export const POST = route({ body: talkRequest }, async (call) => {
  // Before a place is reserved: without a key there is nothing to reserve it for.
  swaramApi()
  const { speaksFirst, ...grant } = await grantTalk(call, {
    vendor: 'swaram',
    medium: 'voice',
    mint: grantVoice,
  })
  return Response.json(grant, { headers: { [speaksFirstHeader]: String(speaksFirst) } })
})
