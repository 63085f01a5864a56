'use client'

import { useState } from 'react'
import { CodeStep } from './code-step'
import { completeSignIn } from './complete-sign-in'
import { EmailStep } from './email-step'
import { type AuthFailure, toAuthError } from './privy-api'
import { usePrivyHandle } from './privy-on-demand'

type Step = { name: 'email' } | { name: 'code'; sentAt: number }

/** Our own form over Privy's headless hooks. It is in the first HTML; an early press waits for Privy. */
export function SignInForm({ next }: { next: string }) {
  const privy = usePrivyHandle()
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
      setFailure(toAuthError(error).failure)
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

  if (step.name === 'email') {
    return (
      <EmailStep
        next={next}
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
      onOtherEmail={() => {
        setFailure(undefined)
        setStep({ name: 'email' })
      }}
    />
  )
}
