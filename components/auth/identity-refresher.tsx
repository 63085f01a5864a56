'use client'

import { useEffect, useEffectEvent, useState } from 'react'
import { keepToken, registerRefresher } from '@/lib/auth/authorized-fetch'
import { usePrivyHandle } from './privy-on-demand'
import { tokenExpiry } from './token-expiry'

const beforeExpiryMs = 60_000
/** Between two renewals, however short-lived the tokens are or far off this clock is. */
const atLeastMs = 30_000

/**
 * Keeps a visitor's identity alive without asking anything of them: renews the identity token a
 * minute before it dies, and whenever a request was refused for it. Until then no Privy code is
 * loaded. `expiresAt` is when the token of this page dies, in Unix seconds.
 */
export function IdentityRefresher({ expiresAt }: { expiresAt: number }) {
  const privy = usePrivyHandle()
  const [renewedUntil, setRenewedUntil] = useState(0)
  const diesAt = Math.max(expiresAt, renewedUntil)
  const least = renewedUntil > 0 ? atLeastMs : 0

  const refresh = useEffectEvent(async () => {
    const token = await privy.use(({ identityToken }) => identityToken())
    if (!token) return null
    keepToken(token)
    setRenewedUntil(tokenExpiry(token))
    return token
  })

  useEffect(() => registerRefresher(() => refresh()), [])

  useEffect(() => {
    const wait = diesAt * 1_000 - Date.now() - beforeExpiryMs
    // A failure here is not one yet: the next request that needs the identity tries again.
    const timer = setTimeout(() => refresh().catch(() => {}), Math.max(least, wait))
    return () => clearTimeout(timer)
  }, [diesAt, least])

  return null
}
