import { beforeEach, describe, expect, it } from 'vitest'
import { createTranscript, lastSentence, type Transcript } from './transcript'
import type { Words } from './transport'

let transcript: Transcript
beforeEach(() => {
  transcript = createTranscript()
  transcript.begin(10_000)
})

const words = (part: Partial<Words>): Words => ({
  messageId: 'persona::1',
  role: 'persona',
  text: '',
  final: false,
  interrupted: false,
  ...part,
})

const shown = () => transcript.turns.get().map(({ role, text }) => `${role}: ${text}`)

describe('a transcript', () => {
  it('shows a typed turn at once', () => {
    transcript.typed('Hello?', 12_500)
    expect(transcript.turns.get()).toMatchObject([
      { role: 'user', text: 'Hello?', at: 2_500, final: true },
    ])
  })

  it('appends the persona’s words to their message', () => {
    transcript.words(words({ text: 'Good ' }), 11_000)
    transcript.words(words({ text: 'morning.' }), 11_200)
    transcript.words(words({ final: true }), 11_400)
    expect(transcript.turns.get()).toMatchObject([
      { text: 'Good morning.', at: 1_000, final: true, interrupted: false },
    ])
  })

  it('begins a turn for every spoken message of the visitor', () => {
    const spoken = { role: 'user', messageId: 'user::1', final: true } as const
    transcript.words(words({ ...spoken, text: 'One.' }), 11_000)
    transcript.words(words({ ...spoken, text: 'Two.' }), 12_000)
    expect(shown()).toEqual(['user: One.', 'user: Two.'])
    expect(new Set(transcript.turns.get().map(({ id }) => id)).size).toBe(2)
  })

  it('keeps the words that were said before an interruption, and marks it', () => {
    transcript.words(words({ text: 'Once upon' }), 11_000)
    transcript.words(words({ final: true, interrupted: true }), 11_500)
    expect(transcript.messages()).toEqual([
      { role: 'persona', content: 'Once upon', at: 1_000, interrupted: true },
    ])
  })

  it('has no turn for a message without words', () => {
    transcript.words(words({ final: true, interrupted: true }), 11_000)
    expect(transcript.turns.get()).toEqual([])
  })

  it('keeps the turns it does not change, so that only one renders', () => {
    transcript.typed('Hello?', 11_000)
    const [typed] = transcript.turns.get()
    transcript.words(words({ text: 'Hi.' }), 12_000)
    expect(transcript.turns.get()[0]).toBe(typed)
  })

  it('counts from the first frame, and what came before it from zero', () => {
    transcript.words(words({ text: 'Ciao!' }), 11_000)
    transcript.live(12_000)
    transcript.typed('Ciao.', 13_000)
    expect(transcript.turns.get().map(({ at }) => at)).toEqual([1_000, 1_000])
  })

  it('is empty for the next conversation', () => {
    transcript.typed('Hello?', 11_000)
    transcript.begin(90_000)
    expect(transcript.messages()).toEqual([])
  })
})

describe('the caption', () => {
  it('is the sentence that is being spoken', () => {
    transcript.words(words({ text: 'Va bene! And what did you' }), 11_000)
    transcript.words(words({ text: ' have for breakfast?' }), 11_200)
    expect(transcript.caption.get()?.spoken).toBe('And what did you have for breakfast?')
  })

  it('goes when the visitor takes the turn', () => {
    transcript.words(words({ text: 'Va bene!' }), 11_000)
    transcript.typed('Wait.', 11_500)
    expect(transcript.caption.get()).toBeUndefined()
  })

  it('keeps the end of a sentence that is too long for two lines', () => {
    expect(lastSentence('one two three four', 10)).toBe('four')
    expect(lastSentence('one two three', 20)).toBe('one two three')
  })
})
