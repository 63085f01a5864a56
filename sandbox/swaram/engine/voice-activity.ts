/** RMS of 0 to 1 above which a stretch counts as somebody's voice. */
const LOUD = 0.015
const ONSET_MS = 100
const PAUSE_MS = 500

/** What a piece of sound changed, if anything. */
export type VoiceChange = { kind: 'started' } | { kind: 'stopped'; seconds: number } | null

/** Tells speech from silence by loudness: it begins after 100 ms of sound and ends after 500 ms of quiet. */
export class VoiceActivity {
  #loudMs = 0
  #quietMs = 0
  #speechMs = 0
  speaking = false

  /** Takes the loudness (RMS, 0 to 1) of the next `ms` of sound. */
  hear(rms: number, ms: number): VoiceChange {
    const loud = rms > LOUD
    if (!this.speaking) {
      this.#loudMs = loud ? this.#loudMs + ms : 0
      if (this.#loudMs < ONSET_MS) return null
      this.speaking = true
      this.#speechMs = this.#loudMs
      this.#quietMs = 0
      return { kind: 'started' }
    }
    this.#speechMs += ms
    this.#quietMs = loud ? 0 : this.#quietMs + ms
    return this.#quietMs < PAUSE_MS ? null : this.end()
  }

  /** Ends what is being said without waiting for a pause; null when nothing is. */
  end(): VoiceChange {
    const seconds = (this.#speechMs - this.#quietMs) / 1_000
    const spoke = this.speaking
    this.forget()
    return spoke ? { kind: 'stopped', seconds } : null
  }

  forget() {
    this.speaking = false
    this.#loudMs = 0
    this.#quietMs = 0
    this.#speechMs = 0
  }
}
