'use client'

import type { Route } from 'next'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { Field } from '@/components/ui/field'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { authWords } from './copy'
import type { AuthFailure } from './privy-api'
import styles from './sign-in-form.module.css'
import { TryItNow } from './try-it-now'

export interface EmailStepProps {
  next: Route
  /** Who is here as a guest keeps what they made. */
  isGuest: boolean
  initialEmail: string
  /** Coming back from the code: the field takes the focus. */
  isReturn: boolean
  isBusy: boolean
  failure: AuthFailure | undefined
  /** Somebody is about to use the form. */
  onIntent: () => void
  onSubmit: (email: string) => void
}

export function EmailStep(props: EmailStepProps) {
  const { next, isGuest, initialEmail, isReturn, isBusy, failure, onIntent, onSubmit } = props
  const isHydrated = useIsHydrated()
  return (
    <form
      className={styles.form}
      onFocus={onIntent}
      onPointerEnter={onIntent}
      onSubmit={(event) => {
        event.preventDefault()
        const email = new FormData(event.currentTarget).get('email')
        if (typeof email === 'string' && !isBusy) onSubmit(email.trim())
      }}
    >
      <header>
        <h1 className={styles.title}>{isGuest ? 'Sign in with email' : 'Sign in'}</h1>
        <p className={styles.lead}>We send a code to your email. No password.</p>
        {isGuest ? (
          <p className={styles.lead}>
            Your personas and conversations stay yours. If the address has an account already, the
            two cannot be joined: you are asked before you leave anything behind.
          </p>
        ) : null}
      </header>
      {failure ? <Alert>{authWords[failure].body}</Alert> : null}
      <Field
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        inputMode="email"
        placeholder="you@example.org"
        defaultValue={initialEmail}
        autoFocus={isReturn}
        required
      />
      <Button
        type="submit"
        variant="primary"
        wide
        aria-disabled={isBusy}
        disabled={!isHydrated}
        data-waiting={!isHydrated}
      >
        {isBusy ? 'Sending the code' : 'Send code'}
      </Button>
      <p className={styles.or}>or</p>
      {isGuest ? (
        <ButtonLink href={next} wide>
          Stay a guest
        </ButtonLink>
      ) : (
        <>
          <TryItNow next={next} wide />
          <p className={styles.hint}>
            As a guest you need no email, and have less time. Signed in, you keep your personas and
            transcripts.
          </p>
        </>
      )}
    </form>
  )
}
