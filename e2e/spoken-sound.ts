/** Pitch of a calm voice at the beginning and the end of a question, in Hz. */
const pitch = { first: 118, last: 165 }
/** Resonances of three vowels, in Hz: enough that noise suppression takes it for a voice. */
const vowels = [
  [730, 1090, 2440],
  [390, 1990, 2550],
  [570, 840, 2410],
] as const
const syllable = { seconds: 0.21, pause: 0.05, word: 0.12 }

/** A sound with the rhythm and the spectrum of speech, that says nothing: 16 bits at `rate` Hz. */
export function spokenSound(syllables: number, rate: number): Int16Array {
  const step = syllable.seconds + syllable.pause
  const words = Math.floor(syllables / 3) * syllable.word
  const samples = new Int16Array(Math.ceil((syllables * step + words) * rate))
  let phase = 0
  let start = 0
  for (let index = 0; index < syllables; index += 1) {
    const formants = vowels[index % vowels.length] ?? vowels[0]
    const length = Math.floor(syllable.seconds * rate)
    const f0 = pitch.first + ((pitch.last - pitch.first) * index) / syllables
    for (let at = 0; at < length; at += 1) {
      phase += f0 / rate
      const swell = Math.sin((Math.PI * at) / length) ** 0.6
      let sound = 0
      for (let harmonic = 1; harmonic <= 24; harmonic += 1) {
        const distance = Math.min(...formants.map((formant) => Math.abs(harmonic * f0 - formant)))
        const level = 1 / (1 + (distance / 120) ** 2) + 0.08
        sound += (level / harmonic ** 0.5) * Math.sin(2 * Math.PI * harmonic * phase)
      }
      samples[start + at] = Math.round(Math.max(-1, Math.min(1, sound * swell * 0.22)) * 32_767)
    }
    start += Math.floor((step + (index % 3 === 2 ? syllable.word : 0)) * rate)
  }
  return samples
}
