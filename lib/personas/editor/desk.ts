import { createStore } from '@/lib/conversation/store'
import { CallFailure } from '@/lib/http/call-api'
import type { PersonaContent } from '../persona'
import type { Desk, DeskState, Keeping, SaveOutcome } from './desk-state'
import type { PersonaApi } from './persona-api'
import { isSamePersona, tidied, workingCopy } from './working-copy'

interface DeskOptions {
  api: PersonaApi
  initial: { id: string; version: number; saved: PersonaContent | null } | undefined
  /** How long nobody types before it is kept, in ms. */
  pauseMs?: number
  /** Pauses between attempts while the network is away, in ms. */
  retryMs?: readonly number[]
}

export function createDesk({
  api,
  initial,
  pauseMs = 800,
  retryMs = [2_000, 5_000, 15_000, 30_000],
}: DeskOptions): Desk {
  const state = createStore<DeskState>({
    id: initial?.id,
    saved: initial?.saved ?? null,
    keeping: { kind: 'saved', at: undefined },
  })
  let version = initial?.version ?? 0
  /** What stands in the form and is not on the server yet. */
  let unkept: PersonaContent | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  /** Writes queue here: each needs the version that the one before it has made. */
  let line: Promise<unknown> = Promise.resolve()

  const change = (part: Partial<DeskState>) => state.set({ ...state.get(), ...part })
  const keeping = (keeping: Keeping) => change({ keeping })
  const isBlocked = () => ['conflict', 'gone'].includes(state.get().keeping.kind)

  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = line.then(work)
    line = result.catch(() => {})
    return result
  }

  function keepIn(ms: number) {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    return inLine(async () => {
      if (isBlocked()) return false
      const draft = unkept
      if (!draft) return true
      try {
        await keep(draft)
        failures = 0
        if (unkept === draft) {
          unkept = undefined
          keeping({ kind: 'kept', at: Date.now() })
        }
        return unkept === undefined
      } catch (error) {
        fail(error)
        return false
      }
    })
  }

  async function keep(persona: PersonaContent) {
    const { id } = state.get()
    // A line that is still empty is none: with it, the draft could not be talked to.
    const openingLines = persona.openingLines.filter((line) => line.trim() !== '')
    const draft = { ...persona, openingLines }
    if (id) version = await api.keepDraft(id, version, draft)
    else {
      const created = await api.create({ draft })
      version = created.version
      change({ id: created.id })
    }
  }

  function fail(error: unknown) {
    if (!(error instanceof CallFailure)) {
      console.error('What the server answered could not be read:', error)
      return keeping({ kind: 'failed', words: 'The server gave no usable answer.' })
    }
    if (error.code === 'conflict' && state.get().id) return keeping({ kind: 'conflict' })
    if (error.code === 'not_found') return keeping({ kind: 'gone' })
    if (error.code === 'unauthenticated') return keeping({ kind: 'signed-out' })
    if (error.code !== 'offline') return keeping({ kind: 'failed', words: error.message })
    keeping({ kind: 'offline' })
    keepIn(retryMs[Math.min(failures, retryMs.length - 1)] ?? 30_000)
    failures += 1
  }

  async function write(persona: PersonaContent): Promise<SaveOutcome> {
    const content = tidied(persona)
    try {
      const { id } = state.get()
      if (id) version = await api.save(id, version, content)
      else {
        const created = await api.create({ content })
        version = created.version
        change({ id: created.id })
      }
      // What was typed while it was being saved is still to be kept.
      if (unkept && isSamePersona(tidied(unkept), content)) unkept = undefined
      change({
        saved: content,
        keeping: unkept ? { kind: 'typing' } : { kind: 'saved', at: Date.now() },
      })
      if (unkept) keepIn(pauseMs)
      return 'saved'
    } catch (error) {
      if (error instanceof CallFailure && error.code === 'invalid_request') {
        const errors = error.errors.map(({ path, message }) => ({
          path: path.replace(/^content\./, ''),
          message,
        }))
        return { errors }
      }
      unkept ??= persona
      fail(error)
      return 'not-saved'
    }
  }

  return {
    state,
    change(persona) {
      unkept = persona
      if (isBlocked()) return
      if (state.get().keeping.kind !== 'offline') keeping({ kind: 'typing' })
      keepIn(pauseMs)
    },
    flush,
    save(persona) {
      clearTimeout(timer)
      return inLine(async () => (isBlocked() ? 'not-saved' : write(persona)))
    },
    discard() {
      clearTimeout(timer)
      return inLine(async () => {
        const { id, saved } = state.get()
        unkept = undefined
        try {
          if (id && saved) version = await api.keepDraft(id, version, null)
          else if (id) await api.remove(id)
          keeping({ kind: 'saved', at: undefined })
          return saved
        } catch (error) {
          fail(error)
          return undefined
        }
      })
    },
    keepMine: () =>
      inLine(async () => {
        const { id } = state.get()
        if (!id) return
        try {
          const theirs = await api.read(id)
          version = theirs.version
          change({ saved: theirs.content, keeping: { kind: 'typing' } })
          keepIn(0)
        } catch (error) {
          fail(error)
        }
      }),
    takeTheirs: () =>
      inLine(async () => {
        const { id } = state.get()
        if (!id) return undefined
        try {
          const theirs = await api.read(id)
          version = theirs.version
          unkept = undefined
          const at = Date.now()
          change({
            saved: theirs.content,
            keeping: theirs.draft ? { kind: 'kept', at } : { kind: 'saved', at: undefined },
          })
          return workingCopy(theirs.content, theirs.draft)
        } catch (error) {
          fail(error)
          return undefined
        }
      }),
    tryAgain() {
      if (unkept && !isBlocked()) void flush()
    },
  }
}
