'use client'

import { Button } from '@/components/ui/button'
import { useSignOut } from './use-sign-out'

/** `wide`: as wide as its container. */
export function SignOutButton({ wide = false }: { wide?: boolean }) {
  const { signOut, isLeaving, preload } = useSignOut()
  return (
    <Button
      wide={wide}
      onClick={() => signOut()}
      onPointerEnter={preload}
      aria-disabled={isLeaving}
    >
      {isLeaving ? 'Signing out' : 'Sign out'}
    </Button>
  )
}
