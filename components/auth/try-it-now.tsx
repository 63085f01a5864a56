'use client'

import { Video } from 'lucide-react'
import { useState } from 'react'
import { Button, type ButtonProps } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { completeSignIn } from './complete-sign-in'
import { authWords } from './copy'
import { type AuthFailure, toAuthError } from './privy-api'
import { usePrivyHandle } from './privy-on-demand'
import styles from './try-it-now.module.css'

type Look = Pick<ButtonProps, 'variant' | 'size' | 'surface' | 'wide'>
type TryItNowProps = Look & { next?: string }

/** One press makes a guest account and goes to the room. Privy's code is fetched on hover, focus or press. */
export function TryItNow({ next = '/talk', ...look }: TryItNowProps) {
  const privy = usePrivyHandle()
  const isHydrated = useIsHydrated()
  const [state, setState] = useState<'ready' | 'busy' | AuthFailure>('ready')
  const failure = state === 'ready' || state === 'busy' ? undefined : state

  async function enter() {
    if (state === 'busy') return
    setState('busy')
    try {
      await privy.use(async ({ isSignedIn, signInAsGuest }) => {
        if (!isSignedIn) await signInAsGuest()
      })
      await privy.use((api) => completeSignIn(api, next))
    } catch (error) {
      setState(toAuthError(error).failure)
    }
  }

  return (
    <span className={styles.group} data-wide={look.wide}>
      {failure === 'guests-off' ? (
        <ButtonLink href="/sign-in" {...look}>
          Sign in
        </ButtonLink>
      ) : (
        <Button
          {...look}
          onClick={enter}
          onPointerEnter={privy.load}
          onFocus={privy.load}
          onTouchStart={privy.load}
          // Not `disabled`: that would drop the focus.
          aria-disabled={state === 'busy' || !isHydrated}
          data-waiting={!isHydrated}
        >
          <Video size={20} strokeWidth={1.75} aria-hidden />
          {failure ? 'Try again' : 'Try it now'}
        </Button>
      )}
      <span role="status" className={state === 'ready' ? 'sr-only' : styles.words}>
        {state === 'busy' ? 'Preparing your place' : failure ? authWords[failure].body : null}
      </span>
    </span>
  )
}
