import { describe, expect, it } from 'vitest'
import { type Event, reduce } from './machine'
import { endReasons, initialState, microphoneTroubles, type State } from './state'
import {
  announcedWords,
  endWords,
  estimateWords,
  keptWords,
  microphoneWord,
  statusWords,
  timeWords,
} from './status-copy'

const sentence = /^[A-Z].*[.]$/
const fold = (events: Event[]) => events.reduce(reduce, initialState)

const generation = 1
const place = { sessionId: 's-1', maxSessionSeconds: 600 }
const start: Event = { type: 'START', microphone: 'asking' }
const live: Event[] = [
  start,
  { generation, type: 'MICROPHONE', microphone: 'granted', at: 1_000 },
  { generation, type: 'PLACE', place, at: 2_000 },
  { generation, type: 'READY', at: 3_000 },
  { generation, type: 'FIRST_FRAME', at: 4_000 },
]
const waiting = (estimateSeconds: number | undefined): State =>
  fold([start, { generation, type: 'BUSY', at: 2_000, estimateSeconds }])

describe('words for every state', () => {
  it.each(endReasons)('an end by %s says who ended it', (reason) => {
    expect(endWords(reason, 'Mira')).toMatch(sentence)
  })

  it('names the persona in the status of a talk', () => {
    expect(statusWords(initialState, 'Mira')).toContain('Mira')
    const preparing = reduce(initialState, start)
    expect(statusWords(preparing, 'Mira')).toBe('Connecting')
  })

  it('says of the microphone whether the visitor will be heard', () => {
    expect(microphoneWord('granted')).toBe('Ready')
    for (const trouble of microphoneTroubles) expect(microphoneWord(trouble)).toContain('type')
  })

  it('says where the transcript has gone', () => {
    const words = (['no', 'saving', 'kept', 'failed'] as const).map((kept) =>
      keptWords(kept, { isEmpty: false }),
    )
    expect(words).toEqual(['Not kept', 'Being saved', 'Kept', 'Could not be saved'])
    expect(keptWords('no', { isEmpty: true })).toBe('Nothing was said')
  })
})

describe('what is announced', () => {
  it('of the queue: that every line is taken and that it starts by itself', () => {
    const [words, estimate] = announcedWords(waiting(undefined), 'Mira')
    expect(words).toMatch(/^Every line to Mira is taken\. .*by itself.*ten minutes\.$/)
    expect(estimate).toBeUndefined()
  })

  it('of the vendor’s guess: only what changes markedly, apart from the rest', () => {
    const heard = (seconds: number) => announcedWords(waiting(seconds), 'Mira')
    expect(heard(40)).toEqual(heard(34))
    expect(heard(120)[0]).toBe(heard(40)[0])
    expect(heard(120)[1]).not.toBe(heard(40)[1])
  })

  it('of a connection that is gone: whether a new one is opened', () => {
    const frozen: Event = { generation, type: 'UNSTABLE', at: 5_000 }
    const lost: Event = { generation, type: 'LOST', at: 9_000 }
    expect(announcedWords(fold([...live, frozen]), 'Mira')).toEqual([
      'The picture has stopped. Waiting for it to move again.',
    ])
    expect(announcedWords(fold([...live, frozen, lost]), 'Mira')).toEqual([
      'The connection was lost. Opening a new one; what you type is sent then.',
    ])
  })

  it('of the end: who ended it', () => {
    const ended = fold([
      ...live,
      { type: 'END', reason: 'nobody_there', at: 64_000 },
      { generation, type: 'CLOSED', reason: 'visitor', at: 65_000 },
    ])
    expect(announcedWords(ended, 'Mira').join(' ')).toContain('nobody answered')
  })

  it('of the time: that the talk ends by itself', () => {
    expect(timeWords('Mira').announced).toMatch(/^30 seconds left\. .*by itself\.$/)
  })
})

describe('the vendor’s guess', () => {
  it('is said as people do, and not at all where there is none', () => {
    expect([undefined, 0, 15, 30, 60, 100, 600].map(estimateWords)).toEqual([
      undefined,
      'a few seconds',
      'a few seconds',
      'about half a minute',
      'about one minute',
      'about two minutes',
      'about ten minutes',
    ])
  })
})
