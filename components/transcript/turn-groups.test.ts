import { beforeEach, describe, expect, it } from 'vitest'
import { createTranscript, type Transcript } from '@/lib/conversation/transcript'
import { createTurnGroups } from './turn-groups'

let transcript: Transcript
beforeEach(() => {
  transcript = createTranscript()
  transcript.begin(0)
  for (let turn = 0; turn < 50; turn += 1) transcript.typed(`Turn ${turn}`, turn)
})

const part = { messageId: 'p', role: 'persona', final: false, interrupted: false } as const

describe('groups of turns', () => {
  it('hold every turn once, in order', () => {
    const groups = createTurnGroups()(transcript.turns.get())
    expect(groups.flat()).toEqual(transcript.turns.get())
    expect(groups.length).toBeGreaterThan(1)
  })

  it('stay the same but the one that a word goes to', () => {
    const group = createTurnGroups()
    transcript.words({ ...part, text: 'Once ' }, 60)
    const before = group(transcript.turns.get())
    transcript.words({ ...part, text: 'upon' }, 61)
    const after = group(transcript.turns.get())
    expect(after.at(-1)).not.toBe(before.at(-1))
    expect(after.slice(0, -1).every((same, index) => same === before[index])).toBe(true)
  })

  it('are the same list while nothing has changed', () => {
    const group = createTurnGroups()
    expect(group(transcript.turns.get())).toBe(group(transcript.turns.get()))
  })

  it('are none for the next conversation', () => {
    const group = createTurnGroups()
    group(transcript.turns.get())
    transcript.begin(100)
    expect(group(transcript.turns.get())).toEqual([])
  })
})
