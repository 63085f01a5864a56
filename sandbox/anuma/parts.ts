import type { ArmedFaults } from '@/sandbox/chat/armed-faults'
import type { Fault } from './faults/fault'
import type { Journal } from './journal'
import type { Pace } from './stream/pace'

/** What the routes share. */
export interface Parts {
  apiKey: string
  faults: ArmedFaults<Fault>
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
