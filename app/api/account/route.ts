import { after } from 'next/server'
import { z } from 'zod'
import { confirmWords } from '@/lib/account/confirm-words'
import { deleteAccount } from '@/lib/account/delete-account'
import { deletePrivyUser } from '@/lib/auth/privy-server'
import { db } from '@/lib/db/client'
import { route } from '@/lib/http/route'
import { stopSessions } from '@/lib/vendors/stop-sessions'

/** Seconds: Privy's whole budget, and stopping what was open. */
export const maxDuration = 60

const body = z.strictObject({
  confirm: z.literal(confirmWords, `Type “${confirmWords}”.`),
})

/** Deletes the caller's account: first everything kept here, then the user at Privy. */
export const DELETE = route({ body }, async ({ identity, timing }) => {
  const { userId } = identity
  const running = await timing.measure('delete', async () => deleteAccount(await db(), userId))
  if (running.length > 0) after(() => stopSessions(running))
  const outcome = await timing.measure('privy', () => deletePrivyUser(userId))
  return Response.json({ identity: outcome })
})
