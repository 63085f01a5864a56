import { z } from 'zod'
import {
  firstJudgement,
  isPoor,
  judge,
  readingBetween,
  type Traffic,
} from './transport-quality-judge'

const everyMs = 2000

const count = z.number().optional().catch(undefined)
const streamSchema = z.object({
  type: z.literal('inbound-rtp'),
  packetsReceived: count,
  packetsLost: count,
  framesDecoded: count,
  jitter: count,
})
const pairSchema = z.object({
  type: z.literal('candidate-pair'),
  nominated: z.literal(true),
  responsesReceived: count,
  totalRoundTripTime: count,
})
const statSchema = z.union([streamSchema, pairSchema])

/**
 * Tells how well the network carries a conversation, whenever that changes; it is good until told.
 * `client` is the SDK's. The returned function stops it.
 */
export function watchQuality(
  client: unknown,
  tell: (quality: 'good' | 'poor') => void,
): () => void {
  let isOver = false
  let before: Traffic | undefined
  let judgement = firstJudgement

  async function look() {
    const report = await statsOf(client)
    if (isOver || !report) return
    const now = trafficOf(report, performance.now())
    // A hidden page decodes nothing; a new interval begins when it is seen again.
    if (before && !document.hidden) {
      const { quality } = judgement
      judgement = judge(judgement, isPoor(readingBetween(before, now)))
      if (judgement.quality !== quality) tell(judgement.quality)
    }
    before = document.hidden ? undefined : now
  }

  const timer = setInterval(() => void look().catch(() => {}), everyMs)
  return () => {
    isOver = true
    clearInterval(timer)
  }
}

/** The totals of a report of `getStats()`; what a browser does not count is 0. */
export function trafficOf(report: Iterable<unknown>, at: number): Traffic {
  const traffic: Traffic = {
    packetsReceived: 0,
    packetsLost: 0,
    roundTrips: 0,
    roundTripSeconds: 0,
    framesDecoded: 0,
    jitter: 0,
    at,
  }
  for (const entry of report) {
    const { data: stat } = statSchema.safeParse(entry)
    if (stat?.type === 'inbound-rtp') {
      traffic.packetsReceived += stat.packetsReceived ?? 0
      traffic.packetsLost += stat.packetsLost ?? 0
      traffic.framesDecoded += stat.framesDecoded ?? 0
      traffic.jitter = Math.max(traffic.jitter, stat.jitter ?? 0)
    } else if (stat) {
      traffic.roundTrips += stat.responsesReceived ?? 0
      traffic.roundTripSeconds += stat.totalRoundTripTime ?? 0
    }
  }
  return traffic
}

/**
 * The SDK has no public way to its connection or to how that is doing: `streamingClient` is
 * private. Undefined before there is one, and when a later SDK has it no longer.
 */
async function statsOf(client: unknown): Promise<Iterable<unknown> | undefined> {
  const connection = call(property(client, 'streamingClient'), 'getPeerConnection')
  const report = await call(connection, 'getStats')
  const entries = call(report, 'values')
  return isIterable(entries) ? entries : undefined
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null

const property = (of: unknown, name: string): unknown =>
  isObject(of) ? Reflect.get(of, name) : undefined

const isIterable = (value: unknown): value is Iterable<unknown> =>
  isObject(value) && Symbol.iterator in value

function call(of: unknown, name: string): unknown {
  const method = property(of, name)
  return typeof method === 'function' ? Reflect.apply(method, of, []) : undefined
}
