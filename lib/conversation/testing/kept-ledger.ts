import type { LedgerClient, LedgerReason } from '../ledger-client'
import type { TranscriptMessage } from '../transcript'

/** A ledger in memory. */
export class KeptLedger implements LedgerClient {
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
  }

  endedByBeacon: LedgerClient['endedByBeacon'] = (sessionId, messages) => {
    this.ends.push({ sessionId, reason: 'page_closed', messages, byBeacon: true })
  }
}
