import { describe, expect, it } from 'vitest'
import {
  firstJudgement,
  isPoor,
  judge,
  type Reading,
  readingBetween,
  type Traffic,
} from './transport-quality-judge'

const calm: Reading = { loss: 0, roundTripMs: 40, jitterMs: 5, framesPerSecond: 25 }

describe('an interval', () => {
  it('is good on a calm network', () => {
    expect(isPoor(calm)).toBe(false)
  })

  it.each<[string, Partial<Reading>]>([
    ['much is lost', { loss: 0.06 }],
    ['answers take very long', { roundTripMs: 600 }],
    ['something is lost and answers are slow', { loss: 0.02, roundTripMs: 300 }],
    ['something is lost and frames are few', { loss: 0.02, framesPerSecond: 10 }],
    ['answers are slow and arrive unevenly', { roundTripMs: 300, jitterMs: 60 }],
  ])('is poor when %s', (_, trouble) => {
    expect(isPoor({ ...calm, ...trouble })).toBe(true)
  })

  it.each<[string, Partial<Reading>]>([
    ['a busy machine draws few frames', { framesPerSecond: 2, jitterMs: 400 }],
    ['a little is lost', { loss: 0.02 }],
    ['the vendor is on another continent', { roundTripMs: 320 }],
  ])('is not poor when only %s', (_, trouble) => {
    expect(isPoor({ ...calm, ...trouble })).toBe(false)
  })

  it('says nothing when the network was not measured', () => {
    const unknown = { loss: undefined, roundTripMs: undefined, jitterMs: 300, framesPerSecond: 0 }
    expect(isPoor(unknown)).toBeUndefined()
  })
})

describe('what was counted', () => {
  const before: Traffic = {
    packetsReceived: 1000,
    packetsLost: 10,
    roundTrips: 4,
    roundTripSeconds: 0.2,
    framesDecoded: 250,
    jitter: 0.004,
    at: 10_000,
  }

  it('becomes shares and rates of the interval alone', () => {
    const now = {
      packetsReceived: 1090,
      packetsLost: 20,
      roundTrips: 6,
      roundTripSeconds: 0.4,
      framesDecoded: 300,
      jitter: 0.02,
      at: 12_000,
    }
    const reading = readingBetween(before, now)
    expect(reading.loss).toBeCloseTo(0.1)
    expect(reading.roundTripMs).toBeCloseTo(100)
    expect(reading.jitterMs).toBeCloseTo(20)
    expect(reading.framesPerSecond).toBe(25)
  })

  it('does not count a packet that came late after all as lost', () => {
    const now = { ...before, packetsReceived: 1100, packetsLost: 7, at: 12_000 }
    expect(readingBetween(before, now).loss).toBe(0)
  })

  it('leaves open what too few packets and no answers cannot tell', () => {
    const now = { ...before, packetsReceived: 1010, packetsLost: 15, at: 12_000 }
    expect(readingBetween(before, now)).toMatchObject({ loss: undefined, roundTripMs: undefined })
  })
})

describe('the judgement', () => {
  const told = (...readings: (boolean | undefined)[]) => {
    let judgement = firstJudgement
    return readings
      .map((poor) => {
        judgement = judge(judgement, poor)
        return judgement.quality
      })
      .join(' ')
  }

  it('turns poor with the second bad reading in a row', () => {
    expect(told(true, true)).toBe('good poor')
    expect(told(true, false, true, false)).toBe('good good good good')
  })

  it('turns good again with the third good one', () => {
    expect(told(true, true, false, false, false)).toBe('good poor poor poor good')
    expect(told(true, true, false, false, true, false)).toBe('good poor poor poor poor poor')
  })

  it('is kept by readings that say nothing', () => {
    expect(told(true, undefined, true)).toBe('good good poor')
  })
})
