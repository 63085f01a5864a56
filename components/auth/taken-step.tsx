'use client'

import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { authWords } from './copy'
import type { AuthFailure } from './privy-api'
import styles from './sign-in-form.module.css'

export interface TakenStepProps {
  email: string
  isBusy: boolean
  failure: AuthFailure | undefined
  onLeaveGuest: () => void
  onOtherEmail: () => void
}

/** A guest has given the address of an account: nothing is left behind before this is answered. */
export function TakenStep({ email, isBusy, failure, ...on }: TakenStepProps) {
  return (
    <div className={styles.form}>
      <header>
        {/* The button that was pressed is gone: from here a reader goes on. */}
        <h1 className={styles.title} tabIndex={-1} ref={focus}>
          {authWords['email-taken'].title}
        </h1>
        <p className={styles.lead}>
          <strong>{email}</strong> and this guest cannot be joined. If you sign in to that account,
          the personas and conversations of this guest cannot be reached any more. To keep them,
          export them first on the account page.
        </p>
      </header>
      {failure ? <Alert>{authWords[failure].body}</Alert> : null}
      <Button variant="primary" wide aria-disabled={isBusy} onClick={on.onLeaveGuest}>
        {isBusy ? 'Leaving the guest' : 'Leave the guest and sign in'}
      </Button>
      <ButtonLink href="/account" wide>
        Go to the account page
      </ButtonLink>
      <div className={styles.links}>
        <Button variant="plain" onClick={on.onOtherEmail}>
          Use another email
        </Button>
      </div>
    </div>
  )
}

const focus = (heading: HTMLElement | null) => heading?.focus()
