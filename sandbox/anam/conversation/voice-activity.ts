const LOUD = 0.02
const ONSET_MS = 80

/** What a piece of sound changed, if anything. */
export type VoiceChange = { kind: 'started' } | { kind: 'ended'; seconds: number } | null

/**
 * Tells speech from silence by loudness: it begins after 80 ms of sound, and ends after a pause whose
 * length follows `endOfSpeechSensitivity` (0: 1.2 s, 0.5: 0.8 s, 1: 0.4 s).
 */
export class VoiceActivity {
  #loudMs = 0
  #quietMs = 0
  #speechMs = 0
  #speaking = false
  readonly #pauseMs: number

  constructor(endOfSpeechSensitivity = 0.5) {
    this.#pauseMs = 1200 - 800 * endOfSpeechSensitivity
  }

  get speaking(): boolean {
    return this.#speaking
  }

  /** Takes the loudness (RMS, 0 to 1) of the next `ms` of sound. */
  hear(rms: number, ms: number): VoiceChange {
    const loud = rms > LOUD
    if (!this.#speaking) {
      this.#loudMs = loud ? this.#loudMs + ms : 0
      if (this.#loudMs < ONSET_MS) return null
      this.#speaking = true
      this.#speechMs = this.#loudMs
      this.#quietMs = 0
      return { kind: 'started' }
    }
    this.#speechMs += ms
    this.#quietMs = loud ? 0 : this.#quietMs + ms
    if (this.#quietMs < this.#pauseMs) return null
    this.#speaking = false
    this.#loudMs = 0
    return { kind: 'ended', seconds: (this.#speechMs - this.#quietMs) / 1000 }
  }
}
