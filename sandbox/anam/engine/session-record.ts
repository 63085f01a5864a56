import type { SessionTokenRequest } from '../token/token-request'

export type ExitStatus = 'NORMAL_EXIT' | 'CLOSED_BY_ENGINE' | 'ERROR'

/** What stays of a session for `GET /v1/sessions`. Times in ms since the epoch. */
export interface SessionRecord {
  readonly id: string
  readonly request: SessionTokenRequest
  readonly engineHost: string
  readonly clientMetadata: Record<string, unknown>
  readonly startedAt: number
  endedAt: number | undefined
  exitStatus: ExitStatus | undefined
}
