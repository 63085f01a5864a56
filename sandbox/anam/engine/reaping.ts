/** When the engine gives a session up (all in ms). */
export interface Reaping {
  /** No signalling after the session was handed out. */
  neverConnectedMs: number
  /** Signalling gone and not back. */
  lostMs: number
  /** How long before the end of the allowed length the visitor is warned. */
  warningMs: number
}

export const REAPING: Reaping = { neverConnectedMs: 15_000, lostMs: 8_000, warningMs: 30_000 }
