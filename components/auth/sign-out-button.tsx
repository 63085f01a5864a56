'use client'

import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { forgetSignIn } from './forget-sign-in'
import { usePrivyHandle } from './privy-on-demand'

const withinMs = 4_000

/** Signs out at Privy and here. When Privy does not answer in time, at least here. */
export function SignOutButton() {
  const privy = usePrivyHandle()
  const [isLeaving, setLeaving] = useState(false)
  async function signOut() {
    if (isLeaving) return
    setLeaving(true)
    const tooLate = new Promise((resolve) => setTimeout(resolve, withinMs))
    await Promise.race([privy.use(({ signOut }) => signOut(), withinMs), tooLate]).catch(() => {})
    forgetSignIn()
    window.location.assign('/')
  }
  return (
    <Button wide onClick={signOut} onPointerEnter={privy.load} aria-disabled={isLeaving}>
      {isLeaving ? 'Signing out' : 'Sign out'}
    </Button>
  )
}
