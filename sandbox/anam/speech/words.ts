import type { Phoneme, SpokenWord } from './speech'

interface Span {
  start: number
  end: number
}

/** The stretches in which something is said, from the phonemes that are not pauses. */
function voicedSpans(phonemes: Phoneme[]): Span[] {
  const spans: Span[] = []
  let start = 0
  for (const { phoneme, endSeconds } of phonemes) {
    const last = spans.at(-1)
    if (phoneme !== 'pau') {
      if (last && last.end === start) last.end = endSeconds
      else spans.push({ start, end: endSeconds })
    }
    start = endSeconds
  }
  return spans
}

/**
 * When each word begins. Flite prints phonemes without word boundaries, so the voiced time is shared
 * out by letters: right to about a tenth of a second, which is as close as captions need.
 */
export function timeWords(text: string, phonemes: Phoneme[]): SpokenWord[] {
  const words = text.match(/\S+\s*/g) ?? []
  const spans = voicedSpans(phonemes)
  const voiced = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  const weights = words.map((word) => word.replace(/[^\p{L}\p{N}]/gu, '').length + 1)
  const total = weights.reduce((sum, weight) => sum + weight, 0)

  const at = (voicedSeconds: number) => {
    let left = voicedSeconds
    for (const { start, end } of spans) {
      if (left < end - start) return start + left
      left -= end - start
    }
    return spans.at(-1)?.end ?? 0
  }
  let before = 0
  return words.map((word, index) => {
    const startSeconds = at((before / total) * voiced)
    before += weights[index] ?? 0
    return { text: word, startSeconds }
  })
}
