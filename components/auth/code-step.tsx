'use client'

import { useEffect, useRef, useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { clock } from '@/lib/plain-numbers'
import { completeCode } from './complete-code'
import { authWords } from './copy'
import type { AuthFailure } from './privy-api'
import styles from './sign-in-form.module.css'

const resendAfterSeconds = 30

/** Time to see what was typed, or to press the button oneself, in ms. */
const pauseMs = 500

export interface CodeStepProps {
  email: string
  /** Milliseconds since 1970. */
  sentAt: number
  isBusy: boolean
  failure: AuthFailure | undefined
  onSubmit: (code: string) => void
  onResend: () => void
  onOtherEmail: () => void
}

/** Seconds until a new code may be asked for; counts down by itself. */
function useResendIn(sentAt: number): number {
  const [now, setNow] = useState(sentAt)
  const left = Math.max(0, Math.ceil(resendAfterSeconds - (now - sentAt) / 1_000))
  useEffect(() => {
    if (left === 0) return
    const timer = setInterval(() => setNow(Date.now()), 1_000)
    return () => clearInterval(timer)
  }, [left])
  return left
}

export function CodeStep(props: CodeStepProps) {
  const { email, sentAt, isBusy, failure, onSubmit, onResend, onOtherEmail } = props
  const resendIn = useResendIn(sentAt)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const sent = useRef<string>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  function submit(code: string) {
    clearTimeout(timer.current)
    if (isBusy) return
    sent.current = code
    onSubmit(code)
  }

  /** The last digit sends it; a code that was refused only the button sends again. */
  function type(typed: string) {
    clearTimeout(timer.current)
    const code = completeCode(typed)
    if (!code || code === sent.current) return
    timer.current = setTimeout(() => submit(code), pauseMs)
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const code = new FormData(event.currentTarget).get('code')
        if (typeof code === 'string') submit(code.replace(/\D/g, ''))
      }}
    >
      <header>
        <h1 className={styles.title}>Check your email</h1>
        <p className={styles.lead}>
          We sent six digits to <strong>{email}</strong>.
        </p>
      </header>
      {failure ? <Alert>{authWords[failure].body}</Alert> : null}
      <Field
        label="Code"
        name="code"
        look="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        // A pasted code may come as 424 242.
        pattern="[0-9]{3} ?[0-9]{3}"
        title="Six digits"
        hint={
          <span role="status">{isBusy ? 'Checking the code' : 'It works for ten minutes.'}</span>
        }
        onChange={({ target }) => type(target.value)}
        error={failure === 'wrong-code' ? 'Six digits, from the newest email.' : undefined}
        // The visitor asked for this step; the field is all there is to do in it.
        autoFocus
        required
      />
      {/* Keeps its name, and can be pressed at any time: the code may have been sent by itself. */}
      <Button type="submit" variant="primary" wide>
        Verify
      </Button>
      <div className={styles.links}>
        <Button variant="plain" onClick={onResend} disabled={resendIn > 0 || isBusy}>
          {resendIn > 0 ? `Send a new code in ${clock(resendIn)}` : 'Send a new code'}
        </Button>
        <Button variant="plain" onClick={onOtherEmail}>
          Use another email
        </Button>
      </div>
    </form>
  )
}
