import { useState } from 'react'
import { CallFailure, callApi, failureWords } from '@/lib/http/call-api'
import { fieldErrors } from '@/lib/http/field-errors'
import type { FieldError } from '@/lib/http/problem'
import { type Profile, profile as schema } from '@/lib/personas/profile'

type Outcome =
  | { status: 'untried' | 'saving' | 'saved' }
  | { status: 'failed'; words: string; errors: readonly FieldError[] }

const isSame = (a: Profile, b: Profile) => JSON.stringify(a) === JSON.stringify(b)

/** A profile while it is written, and what became of saving it. */
export function useProfile(initial: Profile) {
  const [saved, setSaved] = useState(initial)
  const [profile, setProfile] = useState(initial)
  const [outcome, setOutcome] = useState<Outcome>({ status: 'untried' })
  const isUnsaved = !isSame(profile, saved)
  const isSaving = outcome.status === 'saving'

  function change(part: Partial<Profile>) {
    setProfile((before) => ({ ...before, ...part }))
    if (outcome.status !== 'failed') return
    const errors = outcome.errors.filter(({ path }) => !Object.hasOwn(part, path))
    setOutcome({ ...outcome, errors })
  }

  /** Answers the fields that are wrong. */
  async function save(): Promise<readonly FieldError[]> {
    if (isSaving) return []
    const read = schema.safeParse(profile)
    if (!read.success) return fail('Some fields are not right yet.', fieldErrors(read.error))
    setOutcome({ status: 'saving' })
    try {
      await callApi('/api/profile', 'PUT', read.data)
      setSaved(read.data)
      setOutcome({ status: 'saved' })
      return []
    } catch (error) {
      return fail(failureWords(error), error instanceof CallFailure ? error.errors : [])
    }
  }

  function fail(words: string, errors: readonly FieldError[]) {
    setOutcome({ status: 'failed', words, errors })
    return errors
  }

  const wrong = outcome.status === 'failed' ? outcome.errors : []
  return {
    profile,
    isUnsaved,
    isSaving,
    errors: Object.fromEntries(wrong.map(({ path, message }) => [path, message])),
    said: saidOf(outcome, isUnsaved),
    change,
    save,
  }
}

function saidOf(
  outcome: Outcome,
  isUnsaved: boolean,
): { kind: 'ok' | 'bad' | 'plain'; words: string } {
  if (outcome.status === 'failed') return { kind: 'bad', words: `Not saved. ${outcome.words}` }
  if (outcome.status === 'saving') return { kind: 'plain', words: '' }
  if (isUnsaved) return { kind: 'plain', words: 'Not saved yet' }
  if (outcome.status === 'saved')
    return { kind: 'ok', words: 'Saved. Personas know it from now on.' }
  return { kind: 'plain', words: '' }
}
