import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { saveProfile } from '@/lib/personas/owner'
import { profile } from '@/lib/personas/profile'

/** Replaces what somebody tells about themselves. */
export const PUT = route({ body: profile }, async ({ identity, body }) => {
  await saveProfile(await db(), identity, body)
  return new Response(null, { status: 204 })
})
