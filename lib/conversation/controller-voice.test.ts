import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import { isTalking, speaker } from './state'
import { begin, liveTracks, openStream, phase, room, settle, stillTime } from './testing/room'

stillTime()

describe('a talk by voice alone', () => {
  it.each(['denied', 'missing', 'unanswered'] as const)(
    'is not begun with a visitor who cannot be heard: the microphone is %s',
    async (status) => {
      const talk = room({ voiceOnly: true }, async () => ({ status }))
      begin(talk)
      await settle()
      expect(talk.conversation.state.get()).toMatchObject({
        phase: 'failed',
        failure: { code: 'microphone_needed' },
      })
      expect(talk.transport.open).toEqual([])
      // The place that was reserved meanwhile is given back.
      await settle()
      expect(talk.ledger.ends).toHaveLength(talk.transport.granted.length)
    },
  )

  it('says who speaks by what is heard, not by the words that came before it', async () => {
    const talk = room({ voiceOnly: true })
    begin(talk)
    await settle()
    const { tell } = talk.transport.last
    const now = () => {
      const state = talk.conversation.state.get()
      return isTalking(state) ? speaker(state) : undefined
    }
    const words = { type: 'words', messageId: 'm', role: 'persona', interrupted: false } as const
    tell({ type: 'speaking', on: false })
    tell({ ...words, text: 'Hello ', final: false })
    expect(now()).toBe('nobody')
    tell({ type: 'speaking', on: true })
    tell({ ...words, text: 'there.', final: true })
    expect(now()).toBe('persona')
    tell({ type: 'speaking', on: false })
    expect(now()).toBe('nobody')
  })

  it('tries a busy vendor a few times where nobody can tell whether a line is free', async () => {
    const busy = vi.fn().mockReturnValueOnce(true).mockReturnValueOnce(true).mockReturnValue(false)
    const talk = room({ blind: true, busy })
    begin(talk)
    await settle()
    expect(phase(talk)).toBe('waiting')
    await vi.advanceTimersByTimeAsync(limits.blindTries[0] + limits.blindTries[1] + 20)
    await settle()
    expect(phase(talk)).toBe('live')
    expect(liveTracks().length).toBeGreaterThan(0)
  })

  it('gives a vendor that stays busy up, having asked it no more often than that', async () => {
    const talk = room({ blind: true, busy: () => true }, async () => openStream())
    begin(talk)
    await vi.advanceTimersByTimeAsync(60_000)
    expect(talk.conversation.state.get()).toMatchObject({
      phase: 'failed',
      failure: { code: 'vendor_busy' },
    })
    expect(talk.transport.minted).toBe(1 + limits.blindTries.length)
  })
})
