import { randomUUID } from 'node:crypto'
import type { Brain } from '../brain/brain'
import { brainOf } from '../brain/brains'
import type { Studio } from '../face/studio'
import type { Faults } from '../faults/faults'
import type { Synthesiser } from '../speech/synthesiser'
import type { SessionTokenRequest } from '../token/token-request'
import { EngineSession } from './engine-session'
import type { Reaping } from './reaping'
import type { SessionRecord } from './session-record'
import { type SessionSettings, sessionSettings } from './session-settings'

const MOST_KEPT = 1_000

export interface SessionsParts {
  synthesiser: Synthesiser
  studio: Studio
  faults: Faults
  reaping: Reaping
  now(): number
  log(line: string): void
}

export interface StartedSession {
  record: SessionRecord
  engine: EngineSession
}

/** All sessions of this process: the open ones with their engines, and what is kept of the others. */
export class Sessions {
  /** How many may be open at once; tests change it. */
  limit = 3
  /** What is answered about the wait while it is full; tests set it. */
  estimatedWaitSeconds: number | undefined
  readonly #kept = new Map<string, StartedSession>()

  constructor(private readonly parts: SessionsParts) {}

  get all(): StartedSession[] {
    return [...this.#kept.values()].reverse()
  }

  get open(): StartedSession[] {
    return this.all.filter(({ engine }) => engine.state !== 'ended')
  }

  get isFull(): boolean {
    return this.open.length >= this.limit
  }

  find(id: string): StartedSession | undefined {
    return this.#kept.get(id)
  }

  /** Hands a session out. The caller has asked `isFull` before. */
  start(
    request: SessionTokenRequest,
    engineHost: string,
    clientMetadata: Record<string, unknown>,
  ): StartedSession {
    const { synthesiser, studio, faults, reaping, now, log } = this.parts
    const settings = sessionSettings(request)
    const record: SessionRecord = {
      id: randomUUID(),
      request,
      engineHost,
      clientMetadata,
      startedAt: now(),
      endedAt: undefined,
      exitStatus: undefined,
    }
    const engine = new EngineSession({
      record,
      settings,
      brain: this.#brain(settings),
      face: studio.face(settings.avatar, settings.size, Number.parseInt(record.id.slice(0, 6), 16)),
      faults,
      reaping,
      synthesise: (sentence) => synthesiser.speak(sentence, settings.voice),
      now,
      log,
      ended: () => this.#forgetOldest(),
    })
    const started = { record, engine }
    this.#kept.set(record.id, started)
    return started
  }

  endAll(reason: string) {
    for (const { engine } of this.open) engine.end('CLOSED_BY_ENGINE', reason)
  }

  #brain(settings: SessionSettings): Brain | undefined {
    return settings.manner && brainOf(settings.manner)
  }

  #forgetOldest() {
    for (const [id, { engine }] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) return
      if (engine.state === 'ended') this.#kept.delete(id)
    }
  }
}
