import type { Sessions } from '../engine/sessions'
import type { Studio } from '../face/studio'
import type { Faults } from '../faults/faults'
import type { Synthesiser } from '../speech/synthesiser'
import type { SessionTokens } from '../token/session-token'

/** What the routes work on. */
export interface StandInParts {
  /** Own address, such as `http://localhost:4000`. */
  url: string
  apiKey: string
  tokens: SessionTokens
  sessions: Sessions
  faults: Faults
  synthesiser: Synthesiser
  studio: Studio
  /** How often each thing was asked for; shown by the control surface. */
  counters: Record<string, number>
  now(): number
  log(line: string): void
}

export function count({ counters }: StandInParts, what: string) {
  counters[what] = (counters[what] ?? 0) + 1
}
