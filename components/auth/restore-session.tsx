'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useEffectEvent, useState, useTransition } from 'react'
import { NoticePage } from '@/components/shell/notice-page'
import { Button } from '@/components/ui/button'
import { authWords } from './copy'
import { forgetSignIn } from './forget-sign-in'
import { type AuthFailure, toAuthError } from './privy-api'
import type { PrivyHandle } from './privy-handle'
import { usePrivyHandle } from './privy-on-demand'

type Outcome = AuthFailure | 'restored'

/** A fresh identity token is in the cookie afterwards, or it is known why not. */
async function fetchToken(privy: PrivyHandle): Promise<Outcome> {
  try {
    return await privy.use(async ({ isSignedIn, identityToken }) => {
      if (!isSignedIn) return 'signed-out'
      return (await identityToken()) ? 'restored' : 'tokens-off'
    })
  } catch (error) {
    return toAuthError(error).failure
  }
}

/** The identity token has expired but Privy's session may live: fetch a fresh one and show the page again. */
export function RestoreSession({ badge }: { badge: string | undefined }) {
  const router = useRouter()
  const privy = usePrivyHandle()
  const [outcome, setOutcome] = useState<Outcome>()
  const [isRefreshing, startRefresh] = useTransition()

  function show(next: Outcome) {
    if (next !== 'restored') return setOutcome(next)
    startRefresh(() => {
      router.refresh()
      setOutcome(next)
    })
  }
  const begin = useEffectEvent(() => fetchToken(privy).then(show))
  useEffect(() => {
    begin().catch(() => {})
  }, [])

  // Refreshed with a fresh token, and the server still sends this page: it refuses the token.
  const refused = isRefreshing ? undefined : 'not-accepted'
  const shown = outcome === 'restored' ? refused : outcome
  function signIn() {
    forgetSignIn()
    const here = window.location.pathname + window.location.search
    window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
  }
  return (
    <NoticePage
      badge={badge}
      title={shown ? authWords[shown].title : 'Restoring your session'}
      actions={
        shown ? (
          <>
            {shown === 'signed-out' ? null : (
              // Nothing on this page is worth keeping, and a script that did not arrive comes only so.
              <Button variant="primary" surface="stage" onClick={() => window.location.reload()}>
                Try again
              </Button>
            )}
            <Button
              variant={shown === 'signed-out' ? 'primary' : 'quiet'}
              surface="stage"
              onClick={signIn}
            >
              Sign in
            </Button>
          </>
        ) : null
      }
    >
      <p role="status">{shown ? authWords[shown].body : 'One moment: you are still signed in.'}</p>
    </NoticePage>
  )
}
