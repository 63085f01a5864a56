'use client'

import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useRef, useState } from 'react'
import { forgetSignIn } from '@/components/auth/forget-sign-in'
import { useSignOut } from '@/components/auth/use-sign-out'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { confirmWords } from '@/lib/account/confirm-words'
import { identityOutcome } from '@/lib/account/identity-outcome'
import { callApi } from '@/lib/http/call-api'
import styles from './delete-account.module.css'
import { deletionFailure } from './deletion-failure'
import { WhatIsDeleted } from './what-is-deleted'

export interface DeleteAccountProps {
  /** Whether this server can delete the way to sign in, too. */
  deletesSignIn: boolean
}

/** The way out for good, behind a question that cannot be answered by accident. */
export function DeleteAccount({ deletesSignIn }: DeleteAccountProps) {
  const { signOut } = useSignOut()
  const field = useRef<HTMLInputElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<string>()
  const [failure, setFailure] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  function change(opens: boolean) {
    if (isBusy) return
    setIsOpen(opens)
    setTyped('')
    setWrong(undefined)
    setFailure(undefined)
  }

  async function remove() {
    if (isBusy) return
    if (typed.trim().toLowerCase() !== confirmWords) {
      setWrong(`Type “${confirmWords}”, then press the button again.`)
      field.current?.focus()
      return
    }
    setBusy(true)
    setFailure(undefined)
    try {
      const response = await callApi('/api/account', 'DELETE', { confirm: confirmWords })
      const { identity } = identityOutcome.parse(await response.json())
      const next = `/?account=${identity}` as const
      if (identity !== 'deleted') return await signOut(next)
      // Privy knows nobody any more who could sign out there.
      forgetSignIn()
      window.location.assign(next)
    } catch (error) {
      setFailure(deletionFailure(error))
      setBusy(false)
    }
  }

  return (
    <AlertDialog.Root open={isOpen} onOpenChange={change}>
      <AlertDialog.Trigger render={<Button variant="danger" className={styles.trigger} />}>
        Delete my account
      </AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className={styles.backdrop} />
        <AlertDialog.Popup className={styles.popup}>
          <AlertDialog.Title className={styles.title}>Delete your account</AlertDialog.Title>
          <form
            className={styles.body}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void remove()
            }}
          >
            <AlertDialog.Description render={<div />}>
              <WhatIsDeleted deletesSignIn={deletesSignIn} />
            </AlertDialog.Description>
            <Field
              ref={field}
              label={`To go on, type “${confirmWords}”`}
              name="confirm"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
              error={wrong}
              value={typed}
              onChange={({ target }) => {
                setTyped(target.value)
                setWrong(undefined)
              }}
            />
            {failure ? <Alert>{failure}</Alert> : null}
            <div className={styles.actions}>
              <AlertDialog.Close render={<Button aria-disabled={isBusy} />}>
                Keep my account
              </AlertDialog.Close>
              <Button type="submit" className={styles.final} aria-disabled={isBusy}>
                {isBusy ? 'Deleting' : 'Delete for good'}
              </Button>
            </div>
          </form>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
