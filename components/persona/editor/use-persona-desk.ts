'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard'
import { fieldErrors } from '@/lib/http/field-errors'
import type { FieldError } from '@/lib/http/problem'
import { createDesk } from '@/lib/personas/editor/desk'
import { openDesk, rememberDesk } from '@/lib/personas/editor/open-desks'
import { personaApi } from '@/lib/personas/editor/persona-api'
import { errorsAsTyped, isSamePersona, tidied } from '@/lib/personas/editor/working-copy'
import { type PersonaContent, personaContent } from '@/lib/personas/persona'

export interface EditedPersona {
  id: string
  version: number
  saved: PersonaContent | null
}

/** The form of a persona, and the desk that keeps what is typed. */
export function usePersonaDesk(initial: EditedPersona | undefined, begin: PersonaContent) {
  const router = useRouter()
  const path = usePathname()
  const [desk] = useState(() => {
    // The browser's Back to what began at /personas/new shows that page at the persona's address.
    const known = initial?.id ?? path.split('/').at(-1) ?? ''
    return openDesk(known, initial?.version ?? 0) ?? createDesk({ api: personaApi, initial, begin })
  })
  const [errors, setErrors] = useState<readonly FieldError[]>([])
  const [isSaving, setIsSaving] = useState(false)
  const state = useSyncExternalStore(desk.state.subscribe, desk.state.get, desk.state.get)
  const { id, saved, persona, aside, keeping } = state
  const isStuck = ['offline', 'signed-out', 'conflict', 'failed', 'gone'].includes(keeping.kind)
  useUnsavedGuard(isStuck)

  useEffect(() => {
    const onHide = () => document.visibilityState === 'hidden' && void desk.flush()
    addEventListener('online', desk.tryAgain)
    addEventListener('focus', desk.tryAgain)
    document.addEventListener('visibilitychange', onHide)
    return () => {
      removeEventListener('online', desk.tryAgain)
      removeEventListener('focus', desk.tryAgain)
      document.removeEventListener('visibilitychange', onHide)
      void desk.flush()
    }
  }, [desk])

  useEffect(() => {
    // What is typed is kept in a moment, also when a link is followed; closing would not wait.
    if (keeping.kind !== 'typing') return
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [keeping.kind])

  useEffect(() => {
    if (!id) return
    rememberDesk(id, desk)
    // The address names what is kept now; the form stays, with its focus.
    if (location.pathname !== `/personas/${id}`) {
      history.replaceState(null, '', `/personas/${id}`)
    }
  }, [id, desk])

  function change(part: Partial<PersonaContent>) {
    setErrors((before) =>
      before.filter(({ path }) => !Object.hasOwn(part, path.split('.')[0] ?? '')),
    )
    desk.change({ ...desk.state.get().persona, ...part })
  }

  /** What keeps it from being talked to. */
  function check(): readonly FieldError[] {
    const read = personaContent.safeParse(tidied(persona))
    const wrong = read.success ? [] : errorsAsTyped(fieldErrors(read.error), persona)
    setErrors(wrong)
    return wrong
  }

  async function save(): Promise<boolean> {
    if (isSaving || check().length > 0) return false
    setIsSaving(true)
    const outcome = await desk.save()
    setIsSaving(false)
    if (typeof outcome === 'object') setErrors(errorsAsTyped(outcome.errors, persona))
    return outcome === 'saved'
  }

  async function discard() {
    const outcome = await desk.discard()
    if (outcome === 'discarded') setErrors([])
    if (outcome === 'removed') router.push('/personas')
  }

  async function takeTheirs() {
    await desk.takeTheirs()
    setErrors([])
  }

  /** Whether all of it is kept and can be talked to. */
  const prepare = async () => check().length === 0 && (await desk.flush())

  return {
    persona,
    /** What it is called where others see it. */
    savedName: saved?.name,
    /** The id as it is now: the first keeping makes one. */
    idNow: () => desk.state.get().id,
    keeping,
    errors,
    isSaving,
    isChanged: !isSamePersona(tidied(persona), saved),
    change,
    save,
    discard,
    prepare,
    keepMine: desk.keepMine,
    takeTheirs,
    /** Something was put aside that can be brought back. */
    hasAside: aside !== undefined,
    bringBack: desk.bringBack,
    beginAnew: desk.beginAnew,
  }
}
