import type { Feedback, LedgerClient, LedgerReason } from '../ledger-client'
import type { TranscriptMessage } from '../transcript'

/** A ledger in memory. */
export class KeptLedger implements LedgerClient {
  /** Whether reports reach it. */
  takesReports = true
  /** Why it has ended a session by itself, by id. */
  readonly reasons = new Map<string, string>()
  readonly feedbacks: { sessionId: string; feedback: Feedback }[] = []
  readonly lives: { sessionId: string; vendorSessionId: string | undefined }[] = []
  readonly ends: {
    sessionId: string
    reason: LedgerReason
    messages: TranscriptMessage[]
    byBeacon: boolean
  }[] = []

  live: LedgerClient['live'] = async (sessionId, { vendorSessionId }) => {
    this.lives.push({ sessionId, vendorSessionId })
  }

  ended: LedgerClient['ended'] = async (sessionId, reason, messages) => {
    this.ends.push({ sessionId, reason, messages, byBeacon: false })
    return this.takesReports
  }

  endReason: LedgerClient['endReason'] = async (sessionId) => this.reasons.get(sessionId)

  feedback: LedgerClient['feedback'] = async (sessionId, feedback) => {
    this.feedbacks.push({ sessionId, feedback })
    return this.takesReports
  }

  endedByBeacon: LedgerClient['endedByBeacon'] = (sessionId, messages) => {
    this.ends.push({ sessionId, reason: 'page_closed', messages, byBeacon: true })
    return true
  }
}
