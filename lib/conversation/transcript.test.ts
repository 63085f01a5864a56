import { beforeEach, describe, expect, it } from 'vitest'
import { createTranscript, isSaid, type Transcript } from './transcript'
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

const said = () => transcript.turns.get().filter(isSaid)
const shown = () => said().map(({ role, text }) => `${role}: ${text}`)

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

describe('what waits for a connection', () => {
  it('is marked, kept out of the record, and sent in order', () => {
    transcript.typed('Hello?', 11_000)
    transcript.typed('Are you there?', 12_000, true)
    transcript.typed('Can you hear me?', 13_000, true)
    expect(transcript.messages()).toHaveLength(1)
    const [sentBefore] = transcript.turns.get()
    expect(transcript.flush()).toEqual(['Are you there?', 'Can you hear me?'])
    expect(said().some((turn) => turn.pending)).toBe(false)
    expect(transcript.turns.get()[0]).toBe(sentBefore)
    expect(transcript.messages()).toHaveLength(3)
  })
})

describe('the caption', () => {
  const caption = () => transcript.caption.get()

  it('follows the persona’s words', () => {
    transcript.words(words({ text: 'Hello' }), 11_000)
    expect(caption()).toEqual({ spoken: 'Hello', upcoming: '' })
  })

  it('goes when the visitor takes the turn', () => {
    transcript.words(words({ text: 'Va bene!' }), 11_000)
    transcript.typed('Wait.', 11_500)
    expect(caption()).toBeUndefined()
  })

  it('goes when nobody is in mid-sentence any more', () => {
    transcript.words(words({ text: 'Va bene!' }), 11_000)
    transcript.settle()
    expect(caption()).toBeUndefined()
  })

  it('stays when the end of an earlier message comes late', () => {
    transcript.words(words({ text: 'Good.' }), 11_000)
    transcript.words(words({ messageId: 'persona::2', text: 'Next.' }), 12_000)
    transcript.words(words({ final: true }), 12_100)
    expect(caption()?.spoken).toBe('Next.')
  })
})
