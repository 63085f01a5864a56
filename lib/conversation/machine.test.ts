import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Event, reduce } from './machine'
import { initialState, isAtRest, type State } from './state'

const fold = (events: Event[], from: State = initialState) => events.reduce(reduce, from)

const place = { sessionId: 's-1', maxSessionSeconds: 600 }
const start: Event = { type: 'START', microphone: 'asking' }
const heard: Event = { generation: 1, type: 'MICROPHONE', microphone: 'granted', at: 1_000 }
const placed: Event = { generation: 1, type: 'PLACE', place, at: 2_000 }
const ready: Event = { generation: 1, type: 'READY', at: 3_000 }
const seen: Event = { generation: 1, type: 'FIRST_FRAME', at: 4_000 }
const live = [start, heard, placed, ready, seen]

describe('a start', () => {
  it('connects when microphone and place are here, in either order', () => {
    const connecting = { phase: 'connecting', microphone: 'granted', place, generation: 1 }
    expect(fold([start, heard, placed])).toMatchObject({ ...connecting, since: 2_000 })
    expect(fold([start, placed, heard])).toMatchObject({ ...connecting, since: 1_000 })
  })

  it('waits for the one that is missing', () => {
    expect(fold([start, heard])).toMatchObject({ phase: 'preparing', microphone: 'granted' })
    expect(fold([start, placed])).toMatchObject({ phase: 'preparing', microphone: 'asking', place })
  })

  it('goes on without a microphone that was denied', () => {
    const denied: Event = { generation: 1, type: 'MICROPHONE', microphone: 'denied', at: 1_000 }
    expect(fold([start, denied, placed, ready, seen])).toMatchObject({
      phase: 'live',
      microphone: 'denied',
    })
  })

  it('is live only when words can flow and a frame is on the screen', () => {
    expect(fold([start, heard, placed, ready]).phase).toBe('connecting')
    expect(fold([start, heard, placed, seen]).phase).toBe('connecting')
    expect(fold([start, heard, placed, seen, ready]).phase).toBe('live')
  })

  it('ends its time where the vendor does, who counts from the connection', () => {
    expect(fold(live)).toMatchObject({ startedAt: 4_000, endsAt: 602_000 })
  })

  it('does nothing while one is under way', () => {
    expect(fold([start, start])).toEqual(fold([start]))
    expect(fold([...live, start])).toEqual(fold(live))
  })
})

describe('a conversation', () => {
  it('is the same object when an event changes nothing, so that words render nothing', () => {
    const speaking = fold([...live, { generation: 1, type: 'PERSONA_SPEECH', on: true }])
    expect(reduce(speaking, { generation: 1, type: 'PERSONA_SPEECH', on: true })).toBe(speaking)
  })

  it('thinks from the end of the visitor’s words to the beginning of the answer', () => {
    const spoken = fold([
      ...live,
      { generation: 1, type: 'VISITOR_SPEECH', on: true },
      { generation: 1, type: 'VISITOR_SPEECH', on: false },
    ])
    expect(spoken).toMatchObject({ visitorSpeaking: false, awaitingAnswer: true })
    expect(reduce(spoken, { generation: 1, type: 'PERSONA_SPEECH', on: true })).toMatchObject({
      personaSpeaking: true,
      awaitingAnswer: false,
    })
  })

  it('reconnects and comes back with all it had', () => {
    const away = fold([...live, { generation: 1, type: 'UNSTABLE', at: 5_000 }])
    expect(away).toMatchObject({ phase: 'reconnecting', sessionId: 's-1', endsAt: 602_000 })
    expect(reduce(away, { generation: 1, type: 'STABLE' })).toEqual(fold(live))
  })

  it('ends with its length and the reason, after everything is closed', () => {
    const ending = fold([...live, { type: 'END', reason: 'visitor', at: 64_000 }])
    expect(ending).toMatchObject({ phase: 'ending', reason: 'visitor' })
    expect(
      reduce(ending, { generation: 1, type: 'CLOSED', reason: 'server_ended', at: 65_000 }),
    ).toMatchObject({ phase: 'ended', sessionId: 's-1', reason: 'visitor', seconds: 60 })
  })

  it('ends when the vendor ends it, with the reason that is known in the end', () => {
    const closed: Event = { generation: 1, type: 'CLOSED', reason: 'server_ended', at: 9_000 }
    const ending = fold([...live, closed])
    expect(ending).toMatchObject({ phase: 'ending', reason: 'server_ended' })
    expect(reduce(ending, { ...closed, reason: 'taken_over', at: 11_000 })).toEqual({
      phase: 'ended',
      generation: 1,
      sessionId: 's-1',
      reason: 'taken_over',
      seconds: 5,
    })
  })

  it('that lost its connection goes on in a new session, for no longer than it was granted', () => {
    const lost = fold([
      ...live,
      { generation: 1, type: 'PERSONA_SPEECH', on: true },
      { generation: 1, type: 'LOST', at: 5_000 },
    ])
    expect(lost).toMatchObject({ phase: 'reconnecting', how: 'lost', personaSpeaking: false })
    expect(reduce(lost, { generation: 1, type: 'STABLE' })).toBe(lost)
    const resumed: Event = {
      generation: 1,
      type: 'RESUMED',
      place: { sessionId: 's-2', maxSessionSeconds: 600 },
      connectedAt: 9_000,
    }
    expect(reduce(lost, resumed)).toEqual({ ...fold(live), sessionId: 's-2' })
  })

  it('asks whether anybody is there, and ends when nobody is', () => {
    const asked = fold([...live, { type: 'ALONE', leavesAt: 90_000 }])
    expect(asked).toMatchObject({ phase: 'live', leavesAt: 90_000 })
    expect(reduce(asked, { type: 'ALONE', leavesAt: undefined })).toEqual(fold(live))
    expect(reduce(asked, { type: 'END', reason: 'nobody_there', at: 90_000 })).toMatchObject({
      phase: 'ending',
      reason: 'nobody_there',
    })
  })

  it('names what failed', () => {
    const failure = { code: 'connection_lost' } as const
    expect(fold([...live, { generation: 1, type: 'FAILED', failure }])).toEqual({
      phase: 'failed',
      generation: 1,
      failure,
    })
  })
})

describe('the queue', () => {
  const busy: Event = { generation: 1, type: 'BUSY', at: 5_000, estimateSeconds: 30 }

  it('is entered before the place or after it, and keeps the microphone', () => {
    for (const events of [
      [start, heard],
      [start, heard, placed],
    ]) {
      expect(fold([...events, busy])).toEqual({
        phase: 'waiting',
        generation: 1,
        microphone: 'granted',
        since: 5_000,
        estimateSeconds: 30,
      })
    }
  })

  it('counts its wait from the beginning, whatever the guess becomes', () => {
    const later = fold([start, heard, busy, { ...busy, at: 9_000, estimateSeconds: 10 }])
    expect(later).toMatchObject({ since: 5_000, estimateSeconds: 10 })
  })

  it('connects by itself when there is a place, and can be left at any time', () => {
    expect(fold([start, heard, busy, placed]).phase).toBe('connecting')
    expect(fold([start, busy, placed]).phase).toBe('preparing')
    expect(fold([start, busy, heard])).toMatchObject({ phase: 'waiting', microphone: 'granted' })
    expect(fold([start, heard, busy, { type: 'CANCEL', at: 1 }]).phase).toBe('idle')
  })
})

const generation = fc.integer({ min: 0, max: 3 })
const at = fc.integer({ min: 0, max: 1_000_000 })
const runEvent = fc.oneof(
  fc.record({
    generation,
    at,
    type: fc.constant('MICROPHONE' as const),
    microphone: fc.constantFrom('granted', 'denied', 'missing', 'lost', 'off'),
  }),
  fc.record({ generation, at, type: fc.constant('PLACE' as const), place: fc.constant(place) }),
  fc.record({ generation, at, type: fc.constant('READY' as const) }),
  fc.record({ generation, at, type: fc.constant('FIRST_FRAME' as const) }),
  fc.record({
    generation,
    type: fc.constantFrom('PERSONA_SPEECH', 'VISITOR_SPEECH'),
    on: fc.boolean(),
  }),
  fc.record({ generation, at, type: fc.constantFrom('UNSTABLE', 'LOST') }),
  fc.record({ generation, type: fc.constant('STABLE' as const) }),
  fc.record({
    generation,
    at,
    type: fc.constant('BUSY' as const),
    estimateSeconds: fc.constantFrom(undefined, 30),
  }),
  fc.record({
    generation,
    type: fc.constant('RESUMED' as const),
    place: fc.constant({ ...place, sessionId: 's-2' }),
    connectedAt: at,
  }),
  fc.record({
    generation,
    type: fc.constant('FAILED' as const),
    failure: fc.constant({ code: 'vendor_busy' as const }),
  }),
  fc.record({
    generation,
    at,
    type: fc.constant('CLOSED' as const),
    reason: fc.constant('server_ended' as const),
  }),
)
const visitorEvent = fc.oneof(
  fc.constant<Event>(start),
  fc.record({ at, type: fc.constant('CANCEL' as const) }),
  fc.record({ at, type: fc.constant('END' as const), reason: fc.constant('visitor' as const) }),
  fc.constant<Event>({ type: 'SAID' }),
  fc.record({ type: fc.constant('MUTED' as const), muted: fc.boolean() }),
  fc.constant<Event>({ type: 'DISMISS' }),
  fc.record({ type: fc.constant('ALONE' as const), leavesAt: fc.constantFrom(undefined, 9_000) }),
)
const anyEvents = fc.array(fc.oneof<fc.Arbitrary<Event>[]>(runEvent, visitorEvent), {
  maxLength: 40,
})

describe('whatever happens in whatever order', () => {
  it.each(['CANCEL', 'END'] as const)('%s and the close after it reach rest', (type) => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        const state = fold(events)
        const stop: Event = type === 'CANCEL' ? { type, at: 1 } : { type, reason: 'visitor', at: 1 }
        const stopped = reduce(state, stop)
        const closed = reduce(stopped, {
          generation: stopped.generation,
          type: 'CLOSED',
          reason: 'visitor',
          at: 2,
        })
        expect(isAtRest(closed)).toBe(true)
      }),
    )
  })

  it('nothing of an older start is heard', () => {
    fc.assert(
      fc.property(anyEvents, runEvent, (events, event) => {
        const state = fold(events)
        fc.pre(event.generation !== state.generation)
        expect(reduce(state, event)).toBe(state)
      }),
    )
  })

  it('a conversation begins only from rest, and each counts as a new one', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let state = initialState
        for (const event of events) {
          const next = reduce(state, event)
          if (next.generation !== state.generation) {
            expect(isAtRest(state)).toBe(true)
            expect(next).toMatchObject({ phase: 'preparing', generation: state.generation + 1 })
          }
          state = next
        }
      }),
    )
  })

  it('nobody is live without a place that was reserved', () => {
    fc.assert(
      fc.property(anyEvents, (events) => {
        let placedIn = -1
        let state = initialState
        for (const event of events) {
          const next = reduce(state, event)
          if (event.type === 'PLACE' && next !== state) placedIn = next.generation
          if (next.phase === 'live') expect(placedIn).toBe(next.generation)
          state = next
        }
      }),
    )
  })
})
