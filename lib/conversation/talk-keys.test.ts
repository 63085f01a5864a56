import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Hold,
  initialTalkKeys,
  isMuted,
  reduceTalkKeys,
  type TalkKeys,
  type TalkKeysEvent,
  type TalkMode,
  tapMs,
} from './talk-keys'

const inMode = (mode: TalkMode): TalkKeys => reduceTalkKeys(initialTalkKeys, { type: 'mode', mode })

const following = (keys: TalkKeys, ...events: TalkKeysEvent[]) =>
  events.reduce(reduceTalkKeys, keys)
const down = (hold: Hold, at = 0): TalkKeysEvent => ({ type: 'down', hold, at })
const up = (hold: Hold, at = 1000): TalkKeysEvent => ({ type: 'up', hold, at })

describe('push to talk', () => {
  const push = inMode('push')

  it('is muted from the beginning and heard only while something is held', () => {
    expect(isMuted(push)).toBe(true)
    expect(isMuted(following(push, down('key')))).toBe(false)
    expect(isMuted(following(push, down('key'), up('key')))).toBe(true)
  })

  it('stays heard until the second of two holds lets go', () => {
    const both = following(push, down('key'), down('button'))
    expect(isMuted(following(both, up('key')))).toBe(false)
    expect(isMuted(following(both, up('key'), up('button')))).toBe(true)
  })

  it('takes the repeats of a held key for one press', () => {
    expect(isMuted(following(push, down('key'), down('key', 30), down('key', 60), up('key')))).toBe(
      true,
    )
  })

  it('falls silent when the window loses the keys, and the late release changes nothing', () => {
    const lost = following(push, down('key'), down('button'), { type: 'lost' })
    expect(isMuted(lost)).toBe(true)
    expect(following(lost, up('key'))).toBe(lost)
  })

  it('can be left open by who cannot hold a key', () => {
    const open = following(push, { type: 'toggle' })
    expect(isMuted(open)).toBe(false)
    expect(isMuted(following(open, down('key'), up('key')))).toBe(false)
    expect(isMuted(following(open, { type: 'toggle' }))).toBe(true)
  })

  it('is never left open by a short press', () => {
    const tap = following(push, { type: 'down', hold: 'key', at: 0, taps: true }, up('key', 50))
    expect(isMuted(tap)).toBe(true)
  })
})

describe('an open microphone', () => {
  const open = inMode('open')

  it('is muted while a key is held and heard again after it', () => {
    expect(isMuted(following(open, down('key')))).toBe(true)
    expect(isMuted(following(open, down('key'), up('key')))).toBe(false)
  })

  it('that was muted before a hold is muted after it', () => {
    expect(isMuted(following(open, { type: 'toggle' }, down('key'), up('key')))).toBe(true)
  })

  it('can be muted for good during a hold', () => {
    expect(isMuted(following(open, down('key'), { type: 'toggle' }, up('key')))).toBe(true)
  })

  it('takes a short press where presses toggle, and a long one as a hold', () => {
    const tap = (at: number) =>
      isMuted(following(open, { type: 'down', hold: 'key', at: 0, taps: true }, up('key', at)))
    expect(tap(tapMs - 1)).toBe(true)
    expect(tap(tapMs)).toBe(false)
  })

  it('is heard again when push to talk is switched off, whatever is held then', () => {
    const push = following(inMode('push'), down('button'))
    expect(isMuted(following(push, { type: 'mode', mode: 'open' }))).toBe(false)
  })
})

const hold = fc.constantFrom<Hold>('key', 'button')
const at = fc.nat({ max: 2000 })
const event = fc.oneof<fc.Arbitrary<TalkKeysEvent>[]>(
  fc.record({ type: fc.constant('down'), hold, at, taps: fc.boolean() }),
  fc.record({ type: fc.constant('up'), hold, at }),
  fc.constant({ type: 'lost' }),
)

it('whatever is pressed in push to talk, nothing held means nothing heard', () => {
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const keys = following(inMode('push'), ...events)
      expect(isMuted(keys)).toBe(keys.held.length === 0)
    }),
  )
})
