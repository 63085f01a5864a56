import type { Faults } from './faults/faults'
import type { Journal } from './journal'
import type { Settings } from './settings'
import type { Tokens } from './token/tokens'

/** What the routes share. */
export interface Parts {
  apiKey: string
  tokens: Tokens
  faults: Faults
  journal: Journal
  settings: Settings
  /** Milliseconds since the epoch. */
  now(): number
  log(line: string): void
}
