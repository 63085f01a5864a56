/** What WebRTC has counted since the connection began. */
export interface Traffic {
  packetsReceived: number
  packetsLost: number
  /** Answers to the connection's own checks, and the seconds that they took in all. */
  roundTrips: number
  roundTripSeconds: number
  framesDecoded: number
  /** The worst of all streams, in seconds, of this moment. */
  jitter: number
  /** Milliseconds of any one clock. */
  at: number
}

/** How one interval went; undefined is what could not be measured in it. */
export interface Reading {
  /** 0 to 1 */
  loss: number | undefined
  roundTripMs: number | undefined
  jitterMs: number
  framesPerSecond: number
}

/** Fewer packets than this say nothing about a share of them. */
const enoughPackets = 30

export function readingBetween(before: Traffic, now: Traffic): Reading {
  const received = now.packetsReceived - before.packetsReceived
  // A packet that comes late after all is taken back from the lost ones.
  const lost = Math.max(0, now.packetsLost - before.packetsLost)
  const trips = now.roundTrips - before.roundTrips
  const seconds = (now.at - before.at) / 1000
  return {
    loss: received + lost >= enoughPackets ? lost / (received + lost) : undefined,
    roundTripMs:
      trips > 0 ? ((now.roundTripSeconds - before.roundTripSeconds) / trips) * 1000 : undefined,
    jitterMs: now.jitter * 1000,
    framesPerSecond: seconds > 0 ? (now.framesDecoded - before.framesDecoded) / seconds : 0,
  }
}

/**
 * Whether an interval was poor; undefined when the network was not measured in it. Few frames and
 * uneven arrival also come from a busy machine, so they count only beside loss or slow answers.
 */
export function isPoor(reading: Reading): boolean | undefined {
  const { loss, roundTripMs, jitterMs, framesPerSecond } = reading
  if (loss === undefined && roundTripMs === undefined) return undefined
  const isLossy = loss !== undefined && loss >= 0.02
  const isSlow = roundTripMs !== undefined && roundTripMs >= 300
  if ((loss ?? 0) >= 0.06 || (roundTripMs ?? 0) >= 600) return true
  const isRough = jitterMs >= 60 || framesPerSecond < 15
  return (isLossy && isSlow) || ((isLossy || isSlow) && isRough)
}

export interface Judgement {
  quality: 'good' | 'poor'
  /** Readings in a row that speak against it. */
  against: number
}

export const firstJudgement: Judgement = { quality: 'good', against: 0 }

/** One bad moment is not a weak connection, and one good one does not mend it. */
const turnsAfter = { good: 2, poor: 3 }

export function judge(judgement: Judgement, poor: boolean | undefined): Judgement {
  if (poor === undefined) return judgement
  const { quality } = judgement
  if (poor === (quality === 'poor')) return { quality, against: 0 }
  const against = judgement.against + 1
  if (against < turnsAfter[quality]) return { quality, against }
  return { quality: quality === 'good' ? 'poor' : 'good', against: 0 }
}
