import { describe, expect, it } from 'vitest'
import type { SaidTurn } from './transcript'
import { transcriptFileName, transcriptText } from './transcript-text'

const turn = (part: Partial<SaidTurn>): SaidTurn => ({
  id: '1',
  role: 'user',
  text: '',
  at: 0,
  final: true,
  interrupted: false,
  ...part,
})
const startedAt = new Date(2026, 2, 1, 9, 5)

describe('a transcript as text', () => {
  it('says who, when and what, and what did not go as meant', () => {
    const turns = [
      turn({ role: 'persona', text: ' Good morning. ', at: 400 }),
      turn({ text: 'Tell me everything.', at: 65_000 }),
      turn({ role: 'persona', text: 'Once upon', at: 66_100, interrupted: true }),
      turn({ text: 'Are you there?', at: 70_000, pending: true }),
    ]
    expect(transcriptText(turns, { name: 'Mira', startedAt, isOver: true })).toBe(
      `Conversation with Mira
1 March 2026 at 09:05

[0:00] Mira
Good morning.

[1:05] You
Tell me everything.

[1:06] Mira
Once upon
(You interrupted)

[1:10] You
Are you there?
(Not sent)
`,
    )
  })

  it('does not give up what still waits for a connection', () => {
    const turns = [turn({ text: 'Are you there?', pending: true })]
    const text = transcriptText(turns, { name: 'Mira', startedAt, isOver: false })
    expect(text).toContain('(Waiting for the connection)')
  })

  it('has a file name that every system takes', () => {
    expect(transcriptFileName({ name: 'Mira', startedAt })).toBe(
      'Conversation with Mira 2026-03-01 09-05.txt',
    )
    expect(transcriptFileName({ name: ' ../Zoë: “A/B”?\n', startedAt })).toBe(
      'Conversation with Zoë “A B” 2026-03-01 09-05.txt',
    )
  })
})
