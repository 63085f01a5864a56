import wrtc from '@roamhq/wrtc'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { trafficOf, watchQuality } from './transport-quality'

const second = 1000

/** The SDK as far as its connection goes: per interval 100 packets, of which so many are lost. */
class MeasuredClient {
  lostPerLook = 0
  looks = 0
  #lost = 0
  streamingClient = {
    getPeerConnection: () => ({
      getStats: async () => {
        this.looks += 1
        this.#lost += this.lostPerLook
        const received = this.looks * 100 - this.#lost
        return new Map<string, unknown>([
          ['v', { type: 'inbound-rtp', packetsReceived: received, packetsLost: this.#lost }],
          ['c', { type: 'codec' }],
        ])
      },
    }),
  }
}

describe('the quality of a connection', () => {
  const page = { hidden: false }
  let stop = () => {}

  beforeEach(() => {
    vi.useFakeTimers()
    page.hidden = false
    vi.stubGlobal('document', page)
  })
  afterEach(() => {
    stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  function watch(client: unknown) {
    const told: string[] = []
    stop = watchQuality(client, (quality) => told.push(quality))
    return told
  }

  it('is told when it becomes poor and when it is good again, once each', async () => {
    const client = new MeasuredClient()
    const told = watch(client)
    await vi.advanceTimersByTimeAsync(10 * second)
    expect(told).toEqual([])
    client.lostPerLook = 20
    await vi.advanceTimersByTimeAsync(10 * second)
    expect(told).toEqual(['poor'])
    client.lostPerLook = 0
    await vi.advanceTimersByTimeAsync(10 * second)
    expect(told).toEqual(['poor', 'good'])
  })

  it('is not judged while the page is hidden', async () => {
    const client = new MeasuredClient()
    client.lostPerLook = 20
    page.hidden = true
    const told = watch(client)
    await vi.advanceTimersByTimeAsync(20 * second)
    expect(told).toEqual([])
  })

  it('is not looked at any more once stopped', async () => {
    const client = new MeasuredClient()
    watch(client)
    await vi.advanceTimersByTimeAsync(4 * second)
    stop()
    await vi.advanceTimersByTimeAsync(20 * second)
    expect(client.looks).toBe(2)
  })

  it.each([
    ['no such field', {}],
    ['no connection yet', { streamingClient: { getPeerConnection: () => null } }],
    ['another shape', { streamingClient: { getPeerConnection: 'moved' } }],
    ['no statistics', { streamingClient: { getPeerConnection: () => ({}) } }],
    [
      'a connection that throws',
      {
        streamingClient: {
          getPeerConnection: () => ({ getStats: () => Promise.reject(new Error('closed')) }),
        },
      },
    ],
  ])('is left alone when a later SDK has %s', async (_, client) => {
    const told = watch(client)
    await vi.advanceTimersByTimeAsync(20 * second)
    expect(told).toEqual([])
  })
})

/** The description with every candidate in it. */
async function gathered(peer: RTCPeerConnection, description: RTCSessionDescriptionInit) {
  const done = new Promise<void>((resolve) => {
    peer.onicecandidate = ({ candidate }) => candidate === null && resolve()
  })
  await peer.setLocalDescription(description)
  await done
  if (!peer.localDescription) throw new Error('Nothing was described')
  return peer.localDescription
}

it('is read from the statistics of a real connection', async () => {
  const [one, other] = [new wrtc.RTCPeerConnection(), new wrtc.RTCPeerConnection()]
  const channel = one.createDataChannel('words')
  const opened = new Promise((resolve) => channel.addEventListener('open', resolve))
  await other.setRemoteDescription(await gathered(one, await one.createOffer()))
  await one.setRemoteDescription(await gathered(other, await other.createAnswer()))
  await opened
  const report = await one.getStats()
  const traffic = trafficOf(report.values(), 0)
  expect(traffic.roundTrips).toBeGreaterThan(0)
  expect(traffic.roundTripSeconds).toBeLessThan(traffic.roundTrips)
  one.close()
  other.close()
})
