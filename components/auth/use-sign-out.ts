import type { Route } from 'next'
import { useState } from 'react'
import { forgetSignIn } from './forget-sign-in'
import { usePrivyHandle } from './privy-on-demand'

const withinMs = 4_000

/** Signs out at Privy and here, then goes to `next`. When Privy does not answer in time, at least here. */
export function useSignOut() {
  const privy = usePrivyHandle()
  const [isLeaving, setLeaving] = useState(false)
  async function signOut(next: Route = '/') {
    if (isLeaving) return
    setLeaving(true)
    const tooLate = new Promise((resolve) => setTimeout(resolve, withinMs))
    await Promise.race([privy.use(({ signOut }) => signOut(), withinMs), tooLate]).catch(() => {})
    forgetSignIn()
    window.location.assign(next)
  }
  return { signOut, isLeaving, preload: privy.load }
}
