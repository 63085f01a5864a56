/** The rate at which everything is played: what Opus and the browser use. */
export const SAMPLE_RATE = 48_000

export interface Phoneme {
  /** Flite's own name of the sound, such as `ae`; `pau` is a pause. */
  phoneme: string
  endSeconds: number
}

/** A word as it stands in the text (with the space after it) and when it begins to be heard. */
export interface SpokenWord {
  text: string
  startSeconds: number
}

/** One synthesised sentence at 48 kHz. */
export interface Speech {
  samples: Int16Array
  phonemes: Phoneme[]
  words: SpokenWord[]
}
