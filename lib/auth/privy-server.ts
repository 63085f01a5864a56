import 'server-only'
import type { IdentityOutcome } from '@/lib/account/identity-outcome'
import { env } from '@/lib/env'
import { describeError, log } from '@/lib/http/log'
import { retryingFetch } from '@/lib/http/retrying-fetch'

/** Milliseconds. Somebody waits for the answer, and their data is gone already. */
const patience = { attempts: 2, attemptMs: 5_000, totalMs: 12_000, backoffMs: 500 }

/**
 * Deletes a person's user at Privy, with every way to sign in. Never rejects: a failure is logged.
 * https://docs.privy.io/api-reference/users/delete
 */
export async function deletePrivyUser(userId: string): Promise<IdentityOutcome> {
  const { PRIVY_APP_ID: appId = '', PRIVY_APP_SECRET: secret, PRIVY_SERVER_API_URL: api } = env()
  if (!secret) return 'kept'
  const credentials = Buffer.from(`${appId}:${secret}`).toString('base64')
  try {
    const { status } = await retryingFetch(
      `${api}/v1/users/${encodeURIComponent(userId)}`,
      {
        method: 'DELETE',
        headers: { Authorization: `Basic ${credentials}`, 'privy-app-id': appId },
      },
      patience,
    )
    // Gone already: an answer that was lost, or an operator who was quicker.
    if (status === 404 || (status >= 200 && status < 300)) return 'deleted'
    log('error', 'privy_delete', { status })
  } catch (error) {
    log('error', 'privy_delete', describeError(error))
  }
  return 'failed'
}
