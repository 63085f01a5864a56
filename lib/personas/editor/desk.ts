import { createStore } from '@/lib/conversation/store'
import { CallFailure } from '@/lib/http/call-api'
import { problemStatus } from '@/lib/http/problem'
import type { PersonaContent } from '../persona'
import type { Desk, DeskState, Keeping, SaveOutcome } from './desk-state'
import type { PersonaApi } from './persona-api'
import { createRow } from './persona-row'
import { isSamePersona, tidied, workingCopy } from './working-copy'

interface DeskOptions {
  api: PersonaApi
  initial: { id: string; version: number; saved: PersonaContent | null } | undefined
  /** What stands in the form at first. */
  begin: PersonaContent
  /** How long nobody types before it is kept, in ms. */
  pauseMs?: number
  /** Pauses between attempts while the server is away, in ms. */
  retryMs?: readonly number[]
}

export function createDesk({
  api,
  initial,
  begin,
  pauseMs = 800,
  retryMs = [2_000, 5_000, 15_000, 30_000],
}: DeskOptions): Desk {
  const state = createStore<DeskState>({
    id: initial?.id,
    saved: initial?.saved ?? null,
    persona: begin,
    aside: undefined,
    keeping: { kind: 'saved', at: undefined },
  })
  const row = createRow(api, initial)
  /** What stands in the form and is not on the server yet. */
  let unkept: PersonaContent | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  /** Writes queue here: each needs the version that the one before it has made. */
  let line: Promise<unknown> = Promise.resolve()

  const set = (part: Partial<DeskState>) => state.set({ ...state.get(), ...part })
  const keeping = (keeping: Keeping) => set({ keeping })
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

  function type(persona: PersonaContent, part: Partial<DeskState> = {}) {
    unkept = persona
    const { keeping } = state.get()
    const isTold = isBlocked() || keeping.kind === 'offline'
    set({ persona, keeping: isTold ? keeping : { kind: 'typing' }, ...part })
    if (!isBlocked()) keepIn(pauseMs)
  }

  function flush(): Promise<boolean> {
    clearTimeout(timer)
    return inLine(async () => {
      if (isBlocked()) return false
      const persona = unkept
      if (!persona) return true
      // Typed back to what is saved, there is nothing to keep.
      const isSaved = () => isSamePersona(tidied(persona), state.get().saved)
      try {
        const there = await row.keep(isSaved() ? null : sendable(persona))
        failures = 0
        // It may have been saved by a press whose answer was lost.
        set({ id: row.id(), ...(there && { saved: there.content }) })
        if (unkept !== persona) return false
        unkept = undefined
        keeping({ kind: isSaved() ? 'saved' : 'kept', at: Date.now() })
        return true
      } catch (error) {
        fail(error)
        return false
      }
    })
  }

  function fail(error: unknown) {
    if (!(error instanceof CallFailure)) {
      console.error('What the server answered could not be read:', error)
      return keeping({ kind: 'failed', words: 'The server gave no usable answer.' })
    }
    if (error.code === 'conflict' && row.id()) return keeping({ kind: 'conflict' })
    if (error.code === 'not_found') return keeping({ kind: 'gone' })
    if (error.code === 'unauthenticated') return keeping({ kind: 'signed-out' })
    const isOffline = error.code === 'offline'
    keeping(isOffline ? { kind: 'offline' } : { kind: 'failed', words: error.message })
    const isRefused = error.code !== 'offline' && problemStatus[error.code] < 500
    // What the server has refused it would refuse again, but for what came too fast.
    if (isRefused && error.code !== 'rate_limited') return
    keepIn(retryMs[Math.min(failures, retryMs.length - 1)] ?? 30_000)
    failures += 1
  }

  async function write(persona: PersonaContent): Promise<SaveOutcome> {
    const content = tidied(persona)
    try {
      await row.save(content)
      failures = 0
      // What was typed while it was being saved is still to be kept.
      if (unkept && isSamePersona(tidied(unkept), content)) unkept = undefined
      set({
        id: row.id(),
        saved: content,
        aside: undefined,
        keeping: unkept ? { kind: 'typing' } : { kind: 'saved', at: Date.now() },
      })
      if (unkept) keepIn(pauseMs)
      return 'saved'
    } catch (error) {
      unkept ??= persona
      if (error instanceof CallFailure && error.code === 'invalid_request') {
        keeping({ kind: 'typing' })
        keepIn(pauseMs)
        const errors = error.errors.map(({ path, message }) => ({
          path: path.replace(/^content\./, ''),
          message,
        }))
        return { errors }
      }
      fail(error)
      return 'not-saved'
    }
  }

  async function discard() {
    const { saved, keeping: before } = state.get()
    // Mine is discarded: then what is there counts.
    if (before.kind === 'conflict') return (await takeTheirs()) ? 'discarded' : 'not-discarded'
    // What is gone on the server has nothing to go back to.
    if (before.kind === 'gone') row.leave()
    unkept = undefined
    clearTimeout(timer)
    try {
      const isKept = row.id() !== undefined && saved !== null
      await (isKept ? row.keep(null) : row.remove())
      unkept = undefined
      clearTimeout(timer)
      const at = { kind: 'saved', at: undefined } as const
      // With what was typed while it was being discarded.
      const aside = state.get().persona
      set({ id: row.id(), aside, keeping: at, ...(isKept && { persona: saved }) })
      return isKept ? 'discarded' : 'removed'
    } catch (error) {
      unkept = state.get().persona
      fail(error)
      return 'not-discarded'
    }
  }

  /** Takes the server's version for the next write; what stands in the form is the caller's. */
  async function readThere() {
    try {
      return await row.read()
    } catch (error) {
      fail(error)
      return undefined
    }
  }

  async function takeTheirs(): Promise<boolean> {
    const there = await readThere()
    if (!there) return false
    unkept = undefined
    const { content, draft } = there
    set({
      saved: content,
      persona: workingCopy(content, draft),
      aside: state.get().persona,
      keeping: draft ? { kind: 'kept', at: Date.now() } : { kind: 'saved', at: undefined },
    })
    return true
  }

  return {
    state,
    change: type,
    flush,
    save() {
      clearTimeout(timer)
      const { persona } = state.get()
      return inLine(async () => (isBlocked() ? 'not-saved' : write(persona)))
    },
    discard: () => inLine(discard),
    bringBack() {
      const { aside, persona, saved } = state.get()
      if (!aside) return
      // What was typed since has the same way back.
      type(aside, { aside: isSamePersona(tidied(persona), saved) ? undefined : persona })
    },
    keepMine: () =>
      inLine(async () => {
        const there = await readThere()
        if (!there) return
        unkept ??= state.get().persona
        set({ saved: there.content, keeping: { kind: 'typing' } })
        keepIn(0)
      }),
    takeTheirs: () => inLine(takeTheirs),
    beginAnew() {
      row.leave()
      set({ id: undefined, saved: null, keeping: { kind: 'typing' } })
      type(state.get().persona)
      void flush()
    },
    tryAgain() {
      if (unkept && !isBlocked()) void flush()
    },
    isAheadOf: (version) => row.version() >= version || unkept !== undefined,
  }
}

/** A line that is still empty is none: with it, the draft could not be talked to. */
const sendable = (persona: PersonaContent): PersonaContent => ({
  ...persona,
  openingLines: persona.openingLines.filter((line) => line.trim() !== ''),
})
