import { getAccessToken } from '@privy-io/react-auth'

const pollMs = 100

/**
 * Resolves as soon as Privy holds a session, or when `signingIn` resolves; rejects when it does.
 * Privy's own promise also waits for its wallet frame, and misses that frame's answer when it
 * comes while the session is being opened (react-auth 3.45, `initializeWalletProxy`): it would
 * then take its full time limit, for a wallet that nobody asked for.
 */
export async function untilSession(signingIn: Promise<unknown>): Promise<void> {
  let isOver = false
  const settled = signingIn.finally(() => {
    isOver = true
  })
  const appeared = async () => {
    while (!isOver && !(await getAccessToken())) {
      await new Promise((resolve) => setTimeout(resolve, pollMs))
    }
    // A failed sign-in ends the polling too, and must not look like a session.
    if (isOver) await settled
  }
  await Promise.race([settled, appeared()])
}
