import type { ArmedFaults } from '@/sandbox/chat/armed-faults'
import type { Fault } from './faults/fault'
import type { Journal } from './journal'
import type { Settings } from './settings'
import type { Tokens } from './token/tokens'

/** What the routes share. */
export interface Parts {
  apiKey: string
  tokens: Tokens
  faults: ArmedFaults<Fault>
  journal: Journal
  settings: Settings
  /** Milliseconds since the epoch. */
  now(): number
  log(line: string): void
}
