'use client'

import type { Route } from 'next'
import { useState } from 'react'
import { CodeStep } from './code-step'
import { completeSignIn } from './complete-sign-in'
import { EmailStep } from './email-step'
import { forgetSignIn } from './forget-sign-in'
import { type AuthFailure, toAuthError } from './privy-api'
import { usePrivyHandle } from './privy-on-demand'
import { TakenStep } from './taken-step'

type Step = { name: 'email' } | { name: 'taken' } | { name: 'code'; sentAt: number }

export interface SignInFormProps {
  next: Route
  /** Whether a guest of this browser signs in. */
  isGuest: boolean
}

/** Our own form over Privy's headless hooks. It is in the first HTML; an early press waits for Privy. */
export function SignInForm({ next, isGuest: initial }: SignInFormProps) {
  const privy = usePrivyHandle()
  const [isGuest, setIsGuest] = useState(initial)
  const [step, setStep] = useState<Step>({ name: 'email' })
  const [email, setEmail] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<AuthFailure>()

  async function attempt(act: () => Promise<void>) {
    setBusy(true)
    setFailure(undefined)
    try {
      await act()
    } catch (error) {
      const { failure } = toAuthError(error)
      if (failure === 'email-taken') setStep({ name: 'taken' })
      else setFailure(failure)
      setBusy(false)
    }
  }
  const sendCode = (address: string) =>
    attempt(async () => {
      await privy.use((api) => api.sendCode(address))
      setEmail(address)
      setStep({ name: 'code', sentAt: Date.now() })
      setBusy(false)
    })
  const verify = (code: string) =>
    attempt(async () => {
      await privy.use((api) => api.verifyCode(code))
      await privy.use((api) => completeSignIn(api, next))
    })

  const leaveGuest = () =>
    attempt(async () => {
      await privy.use((api) => api.signOut())
      forgetSignIn()
      setIsGuest(false)
      setStep({ name: 'email' })
      setBusy(false)
    })

  function otherEmail() {
    setFailure(undefined)
    setStep({ name: 'email' })
  }

  if (step.name === 'taken') {
    return (
      <TakenStep
        email={email}
        isBusy={isBusy}
        failure={failure}
        onLeaveGuest={leaveGuest}
        onOtherEmail={otherEmail}
      />
    )
  }
  if (step.name === 'email') {
    return (
      <EmailStep
        next={next}
        isGuest={isGuest}
        initialEmail={email}
        isReturn={email !== ''}
        isBusy={isBusy}
        failure={failure}
        onIntent={privy.load}
        onSubmit={sendCode}
      />
    )
  }
  return (
    <CodeStep
      key={step.sentAt}
      email={email}
      sentAt={step.sentAt}
      isBusy={isBusy}
      failure={failure}
      onSubmit={verify}
      onResend={() => sendCode(email)}
      onOtherEmail={otherEmail}
    />
  )
}
