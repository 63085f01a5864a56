import type { Faults } from './faults/faults'
import type { Journal } from './journal'
import type { Pace } from './stream/pace'

/** What the routes share. */
export interface Parts {
  apiKey: string
  faults: Faults
  journal: Journal
  pace: Pace
  /** PEM of the key that user tokens are checked with; undefined while there is none. */
  userKey(): string | undefined
  /** Whom user tokens have to be meant for. */
  privyAppId: string
  /** Milliseconds since the epoch. */
  now(): number
  log(line: string): void
}
