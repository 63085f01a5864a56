'use client'

import { Button } from '@/components/ui/button'
import { useSignOut } from './use-sign-out'

/** Signs out, as wide as its container. */
export function SignOutButton() {
  const { signOut, isLeaving, preload } = useSignOut()
  return (
    <Button wide onClick={() => signOut()} onPointerEnter={preload} aria-disabled={isLeaving}>
      {isLeaving ? 'Signing out' : 'Sign out'}
    </Button>
  )
}
