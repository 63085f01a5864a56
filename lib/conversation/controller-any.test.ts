import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import { isAtRest } from './state'
import { begin, liveTracks, room, stillTime } from './testing/room'

stillTime()

describe('whatever the visitor presses, in whatever order', () => {
  const press = fc.constantFrom('start', 'cancel', 'end', 'dismiss', 'wait', 'lose', 'say')

  it('never two sessions, and nothing is left when it is over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(press, { maxLength: 30 }), async (presses) => {
        const talk = room()
        for (const action of presses) {
          if (action === 'start') begin(talk)
          else if (action === 'wait') await vi.advanceTimersByTimeAsync(3)
          else if (action === 'say') talk.conversation.say('Hello?')
          else if (action === 'lose') {
            talk.transport.open[0]?.tell({ type: 'closed', reason: 'connection_lost' })
          } else talk.conversation[action]()
        }
        talk.conversation.cancel()
        await vi.advanceTimersByTimeAsync(limits.close)
        expect(talk.transport.mostOpen).toBeLessThanOrEqual(1)
        expect(talk.transport.open).toHaveLength(0)
        expect(isAtRest(talk.conversation.state.get())).toBe(true)
        expect(liveTracks()).toHaveLength(0)
        expect(talk.ledger.ends.map(({ sessionId }) => sessionId)).toEqual(
          Array.from({ length: talk.transport.minted }, (_, index) => `session-${index + 1}`),
        )
      }),
      { numRuns: 200 },
    )
  })
})
