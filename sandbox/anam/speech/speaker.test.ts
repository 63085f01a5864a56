import { beforeEach, expect, test } from 'vitest'
import { newUtterance } from '../conversation/new-utterance'
import { Speaker, type Utterance } from './speaker'
import type { Speech } from './speech'

const PIECE = 480
let log: string[]
let speaker: Speaker

/** Every word takes 20 ms. */
async function synthesise(sentence: string): Promise<Speech> {
  const words = sentence.match(/\S+\s*/g) ?? []
  return {
    samples: new Int16Array(words.length * 2 * PIECE).fill(1_000),
    phonemes: [{ phoneme: 'ae', endSeconds: words.length * 0.02 }],
    words: words.map((text, index) => ({ text, startSeconds: index * 0.02 })),
  }
}

beforeEach(() => {
  log = []
  speaker = new Speaker(synthesise, {
    word: (_, text) => log.push(text),
    ended: ({ said }, interrupted) => log.push(`${interrupted ? 'cut' : 'end'}: ${said}`),
  })
})

async function say(text: string, options: Partial<Utterance> = {}) {
  const utterance = newUtterance(options)
  speaker.begin(utterance)
  speaker.add(utterance, text)
  speaker.complete(utterance)
  await new Promise((resolve) => setImmediate(resolve))
  return utterance
}

const play = (pieces: number) => Array.from({ length: pieces }, () => speaker.next())

test('words are told when they begin, sentences follow each other, turns keep their order', async () => {
  await say('One two. Three.')
  await say('Four.')
  play(3)
  expect(log).toEqual(['One ', 'two. '])
  play(5)
  expect(log).toEqual(['One ', 'two. ', 'Three.', 'end: One two. Three.', 'Four.', 'end: Four.'])
  expect(speaker.isSpeaking).toBe(false)
})

test('silence is played when there is nothing to say', () => {
  expect(speaker.next().every((sample) => sample === 0)).toBe(true)
  expect(speaker.position).toBeNull()
})

test('an interruption is heard at once and drops what was queued', async () => {
  await say('One two three four.')
  await say('Five.')
  play(3)
  expect(speaker.position?.seconds).toBeCloseTo(0.03)
  expect(speaker.interrupt()).toBe(true)
  expect(log.slice(-2)).toEqual(['cut: One two ', 'cut: '])
  expect(speaker.next().every((sample) => sample === 0)).toBe(true)
})

test('what may not be interrupted is said to its end', async () => {
  await say('One two.', { interruptible: false })
  play(1)
  expect(speaker.interrupt()).toBe(false)
  play(3)
  expect(log.at(-1)).toBe('end: One two.')
})

test('a turn stays open until its last words have come', async () => {
  const utterance = newUtterance()
  speaker.begin(utterance)
  speaker.add(utterance, 'One.')
  await new Promise((resolve) => setImmediate(resolve))
  play(10)
  expect(log).toEqual(['One.'])
  speaker.complete(utterance)
  play(1)
  expect(log).toEqual(['One.', 'end: One.'])
})

test('what cannot be synthesised is still in the transcript', async () => {
  const mute = new Speaker(() => Promise.reject(new Error('no')), {
    word: (_, text) => log.push(text),
    ended: () => log.push('end'),
  })
  const utterance = newUtterance()
  mute.begin(utterance)
  mute.add(utterance, 'One.')
  mute.complete(utterance)
  await new Promise((resolve) => setImmediate(resolve))
  mute.next()
  expect(log).toEqual(['One.', 'end'])
})

test('only what is said soon is synthesised: what is interrupted costs nothing more', async () => {
  const asked: string[] = []
  speaker = new Speaker(
    (sentence) => {
      asked.push(sentence)
      return synthesise(sentence)
    },
    { word: () => {}, ended: () => {} },
  )
  await say('One. Two. Three. Four. Five.')
  expect(asked).toHaveLength(3)
  play(3)
  expect(asked.at(-1)).toBe('Four. ')
  speaker.interrupt()
  await say('Six.')
  expect(asked).toEqual(['One. ', 'Two. ', 'Three. ', 'Four. ', 'Six.'])
})
