import type { FaceInput } from './motion/face-state'
import { noise } from './motion/noise'
import type { Phoneme } from './motion/phonemes'

const LINES = [
  'hh ax l ow pau ih t s g uh d t ax s iy y uw t ax d ey pau w ah t w uh d y uw l ay k t ax t ao k ax b aw t',
  'l eh t s t ey k ih t w ah n s t eh p ae t ax t ay m pau dh eh r ih z n ow hh er iy',
  'dh ae t m ey k s s eh n s pau k ae n y uw t eh l m iy m ao r ax b aw t dh ax f er s t p aa r t',
  'ay th ih ng k y ao r p l ae n ih z v eh r iy k l ih r pau ih t jh ah s t n iy d z ax sh ao r t s ah m er iy',
  'w iy k uh d s t aa r t w ih dh ax s m ao l ih g z ae m p ax l pau ae n d g r ow f r ah m dh eh r',
  'ch uw z dh ax w ah n y uw eh n jh oy pau ih t w ih l sh ow ih n hh aw y uw s p iy k',
]
const VOWEL = /^[aeiou]/
const FRAMES_A_SECOND = 25
const LISTENING_SECONDS = 3

/** Phonemes of one line, timed by what they are. */
export function phonemesOf(line: number): Phoneme[] {
  let end = 0
  return (LINES[line % LINES.length] ?? '').split(' ').map((phoneme, i) => {
    const length = phoneme === 'pau' ? 0.28 : VOWEL.test(phoneme) ? 0.11 : 0.065
    end += length * (0.85 + 0.35 * noise(line, i))
    return { phoneme, endSeconds: end }
  })
}

/** A conversation at 25 fps: the persona says a line, then listens, and so on. */
export function* conversation(seconds: number): Generator<FaceInput> {
  let line = 0
  let phonemes = phonemesOf(line)
  let start = 0
  for (let frame = 0; frame < seconds * FRAMES_A_SECOND; frame++) {
    const now = frame / FRAMES_A_SECOND
    const end = start + (phonemes.at(-1)?.endSeconds ?? 0) + 0.15
    if (now > end + LISTENING_SECONDS) {
      line++
      start = now
      phonemes = phonemesOf(line)
    }
    const speaking = now <= end || start === now
    yield {
      seconds: now,
      speech: speaking ? { phonemes, seconds: now - start } : null,
      listening: !speaking,
    }
  }
}
