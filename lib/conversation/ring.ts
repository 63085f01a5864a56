import { playNotes, type Sound, type SoundOptions } from './notes'

const rise = [
  { pitch: 659.25, at: 0 },
  { pitch: 659.25, at: 0.3 },
  { pitch: 880, at: 0.6 },
]

/** Rings for a timer, quietly; it is shown in words as well. */
export const ring = (options: SoundOptions): Sound => playNotes(rise, options)
