/** What a syllable sounds like: three formants in Hz and how long it lasts. */
export interface Vowel {
  formants: readonly [number, number, number]
  seconds: number
  /** 0 to 1. */
  loudness: number
}

const SHORT = 0.13
const LONG = 0.2

const vowel = (f1: number, f2: number, f3: number, seconds = SHORT, loudness = 1): Vowel => ({
  formants: [f1, f2, f3],
  seconds,
  loudness,
})

/** The vowel that a consonant without a sign is spoken with. */
const inherent = vowel(640, 1_250, 2_500)
/** A consonant without a vowel: it hums. */
const hum = vowel(280, 1_000, 2_200, 0.09, 0.5)

/** By sign and by letter of the Malayalam script. */
const VOWELS: [signs: string, vowel: Vowel][] = [
  ['\u0d4d\u0d02\u0d7a\u0d7b\u0d7c\u0d7d\u0d7e', hum],
  ['\u0d3eആ', vowel(750, 1_250, 2_550, LONG)],
  ['\u0d3fഇ', vowel(340, 2_150, 2_850)],
  ['\u0d40ഈ', vowel(290, 2_300, 3_000, LONG)],
  ['\u0d41ഉ\u0d43', vowel(360, 900, 2_350)],
  ['\u0d42ഊ', vowel(310, 800, 2_300, LONG)],
  ['\u0d46എ', vowel(500, 1_850, 2_550)],
  ['\u0d47ഏ', vowel(450, 2_000, 2_600, LONG)],
  ['\u0d48ഐ', vowel(600, 1_700, 2_550, LONG)],
  ['\u0d4aഒ', vowel(530, 950, 2_450)],
  ['\u0d4bഓ', vowel(480, 850, 2_400, LONG)],
  ['\u0d57\u0d4cഔ', vowel(600, 1_000, 2_450, LONG)],
]

/** How a syllable of the script is voiced; the last sign in it decides. */
export function vowelOf(syllable: string): Vowel {
  for (const sign of [...syllable].reverse()) {
    const found = VOWELS.find(([signs]) => signs.includes(sign))
    if (found) return found[1]
  }
  return inherent
}
