import { VoiceActivity, type VoiceChange } from './voice-activity'

const SAMPLES_PER_MS = 24
const WINDOW_MS = 10
const WINDOW_BYTES = WINDOW_MS * SAMPLES_PER_MS * 2
/** Over how much sound the loudness is told that tests look at. */
const RECENT = 100

/** Hears PCM16 LE mono at 24 kHz, in pieces of any size, even ones that end in the middle of a sample. */
export class Ear {
  bytesHeard = 0
  readonly #activity = new VoiceActivity()
  readonly #recent: number[] = []
  #rest: Buffer = Buffer.alloc(0)
  #peak = 0
  /** Since the end of the last turn. */
  #unusedBytes = 0

  get secondsHeard(): number {
    return this.bytesHeard / 2 / SAMPLES_PER_MS / 1_000
  }

  get speaking(): boolean {
    return this.#activity.speaking
  }

  /** Seconds of sound since the last turn, heard as speech or not. */
  get unusedSeconds(): number {
    return this.#unusedBytes / 2 / SAMPLES_PER_MS / 1_000
  }

  /** RMS of the last second and of the loudest 10 ms so far, 0 to 1. */
  get loudness() {
    const power = this.#recent.reduce((sum, rms) => sum + rms * rms, 0)
    return { rms: Math.sqrt(power / Math.max(1, this.#recent.length)), peakRms: this.#peak }
  }

  /** Takes the next piece; answers what it changed, in order. */
  hear(piece: Buffer): NonNullable<VoiceChange>[] {
    this.bytesHeard += piece.length
    this.#unusedBytes += piece.length
    const sound = this.#rest.length > 0 ? Buffer.concat([this.#rest, piece]) : piece
    const changes: NonNullable<VoiceChange>[] = []
    let at = 0
    for (; at + WINDOW_BYTES <= sound.length; at += WINDOW_BYTES) {
      const change = this.#activity.hear(this.#measure(sound, at), WINDOW_MS)
      if (change) changes.push(change)
    }
    this.#rest = Buffer.from(sound.subarray(at))
    return changes
  }

  /** The turn is over. */
  end(): VoiceChange {
    this.#unusedBytes = 0
    return this.#activity.end()
  }

  /** Whatever was heard since the last turn was not. */
  clear() {
    this.#rest = Buffer.alloc(0)
    this.#unusedBytes = 0
    this.#activity.forget()
  }

  #measure(sound: Buffer, from: number): number {
    let power = 0
    for (let at = from; at < from + WINDOW_BYTES; at += 2) power += sound.readInt16LE(at) ** 2
    const rms = Math.sqrt(power / (WINDOW_BYTES / 2)) / 32_768
    this.#recent.push(rms)
    if (this.#recent.length > RECENT) this.#recent.shift()
    this.#peak = Math.max(this.#peak, rms)
    return rms
  }
}
