import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import { isAtRest } from './state'
import { begin, liveTracks, page, room, stillTime } from './testing/room'

stillTime()

describe('whatever the visitor, the network and the vendor do, in whatever order', () => {
  // Often enough live for what can happen then.
  const happening = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom('start', 'wait', 'wait longer', 'lose') },
    {
      weight: 2,
      arbitrary: fc.constantFrom('say', 'freeze', 'thaw', 'online', 'here', 'askMicrophone'),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'cancel',
        'end',
        'dismiss',
        'vendor ends',
        'fill up',
        'network off',
      ),
    },
    { weight: 1, arbitrary: fc.constantFrom('free up', 'network on') },
  )

  it('never two sessions, and nothing is left when it is over', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(happening, { minLength: 8, maxLength: 40, size: 'max' }),
        async (happenings) => {
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
        },
      ),
      { numRuns: 300 },
    )
  })
})
