import { playNotes, type Sound, type SoundOptions } from './notes'

/** Two notes of a fifth, soft enough for headphones. */
const fifth = [
  { pitch: 523.25, at: 0 },
  { pitch: 783.99, at: 0.28 },
]

/** Plays a short sound. Call it directly in the click: browsers are silent otherwise. */
export const playTestSound = (options: SoundOptions): Sound => playNotes(fifth, options)
