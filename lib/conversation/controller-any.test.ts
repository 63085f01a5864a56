import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import { isAtRest } from './state'
import { begin, liveTracks, page, room, stillTime } from './testing/room'

stillTime()

describe('whatever the visitor, the network and the vendor do, in whatever order', () => {
  const happening = fc.constantFrom(
    ...(['start', 'cancel', 'end', 'dismiss', 'here', 'askMicrophone'] as const),
    ...(['wait', 'wait longer', 'say', 'lose', 'freeze', 'thaw', 'online'] as const),
    ...(['fill up', 'free up', 'network off', 'network on', 'vendor ends'] as const),
  )

  it('never two sessions, and nothing is left when it is over', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
        let isFull = false
        const talk = room({ busy: () => isFull })
        const { conversation, transport } = talk
        const tell = (event: Parameters<typeof transport.last.tell>[0]) =>
          transport.open[0]?.tell(event)
        const acts: Record<
          typeof happening extends fc.Arbitrary<infer H> ? H : never,
          () => unknown
        > = {
          start: () => begin(talk),
          cancel: conversation.cancel,
          end: conversation.end,
          dismiss: conversation.dismiss,
          here: conversation.here,
          askMicrophone: conversation.askMicrophone,
          wait: () => vi.advanceTimersByTimeAsync(3),
          'wait longer': () => vi.advanceTimersByTimeAsync(4_500),
          say: () => conversation.say('Hello?'),
          lose: () => tell({ type: 'closed', reason: 'connection_lost' }),
          freeze: () => tell({ type: 'unstable' }),
          thaw: () => tell({ type: 'stable' }),
          online: () => page.dispatchEvent(new Event('online')),
          'fill up': () => {
            isFull = true
          },
          'free up': () => {
            isFull = false
          },
          'network off': () => {
            transport.script.failMint = 'offline'
          },
          'network on': () => {
            delete transport.script.failMint
          },
          'vendor ends': () => tell({ type: 'closed', reason: 'server_ended' }),
        }
        for (const name of happenings) await acts[name]()
        conversation.cancel()
        await vi.advanceTimersByTimeAsync(2 * limits.close)
        expect(transport.mostOpen).toBeLessThanOrEqual(1)
        expect(transport.open).toHaveLength(0)
        expect(isAtRest(conversation.state.get())).toBe(true)
        expect(liveTracks()).toHaveLength(0)
        // Every session that was granted is reported ended.
        const ended = new Set(talk.ledger.ends.map(({ sessionId }) => sessionId))
        expect(ended).toEqual(new Set(transport.granted))
        await vi.advanceTimersByTimeAsync(limits.reconnect)
        expect(transport.open).toHaveLength(0)
      }),
      { numRuns: 300 },
    )
  })
})
