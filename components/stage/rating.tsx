'use client'

import { Frown, Smile } from 'lucide-react'
import { type FormEvent, type MouseEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { useConversation, useStore } from './conversation-context'
import styles from './rating.module.css'
import { createRating, type Rating as RatingState, type RatingStore } from './rating-store'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Two presses at most: how it was, and whatever the visitor wants to add to that. */
export function Rating({ sessionId }: { sessionId: string }) {
  const { conversation } = useConversation()
  const [store] = useState(() => createRating((feedback) => conversation.rate(sessionId, feedback)))
  const state = useStore(store.state)
  const id = useId()

  function sendAgain({ currentTarget }: MouseEvent<HTMLElement>) {
    // The button goes with its failure; what it sends takes the focus.
    const chosen = '[aria-pressed="true"]'
    currentTarget.closest('fieldset')?.querySelector<HTMLElement>(chosen)?.focus()
    store.retry()
  }

  return (
    <fieldset aria-labelledby={id} className={styles.rating}>
      <div className={styles.head}>
        <p id={id} className={styles.question}>
          How was it?
        </p>
        <p role="status">{savingWords[state.saving]}</p>
      </div>
      <div className={styles.choices}>
        <Button
          variant="outline"
          surface="stage"
          aria-pressed={state.rating === 'good'}
          onClick={() => store.rate('good')}
        >
          <Smile {...icon} />
          Good
        </Button>
        <Button
          variant="outline"
          surface="stage"
          aria-pressed={state.rating === 'poor'}
          onClick={() => store.rate('poor')}
        >
          <Frown {...icon} />
          Poor
        </Button>
      </div>
      {state.saving === 'failed' ? (
        <Button variant="plain" surface="stage" className={styles.retry} onClick={sendAgain}>
          Send again
        </Button>
      ) : null}
      {state.rating ? <Comment store={store} state={state} /> : null}
    </fieldset>
  )
}

const savingWords: Record<RatingState['saving'], string> = {
  no: '',
  saving: '',
  kept: 'Thank you.',
  failed: 'Could not be saved.',
}

/** As the server's schema has it (lib/ledger/session-event.ts). */
const maxLength = 500

function Comment({ store, state }: { store: RatingStore; state: RatingState }) {
  const [text, setText] = useState('')
  const id = useId()
  const isNew = text.trim() !== '' && (text.trim() !== state.comment || state.saving === 'failed')

  function send(event: FormEvent) {
    event.preventDefault()
    if (isNew && state.saving !== 'saving') store.add(text)
  }

  return (
    <form className={styles.comment} onSubmit={send}>
      <label htmlFor={id}>Anything to add?</label>
      <div className={styles.line}>
        <input
          id={id}
          value={text}
          maxLength={maxLength}
          autoComplete="off"
          enterKeyHint="send"
          onChange={(event) => setText(event.target.value)}
        />
        <Button
          type="submit"
          variant="outline"
          surface="stage"
          aria-disabled={!isNew || state.saving === 'saving' || undefined}
        >
          Send
        </Button>
      </div>
      {state.comment && state.saving === 'kept' ? (
        <p role="status">Your words are saved with it.</p>
      ) : null}
    </form>
  )
}
