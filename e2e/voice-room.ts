import { expect, type Page } from '@playwright/test'
import { z } from 'zod'
import { Room } from './room'

const grant = z.object({ sessionId: z.uuid(), maxSessionSeconds: z.number() })
const created = z.object({
  type: z.literal('session.created'),
  session: z.object({ id: z.string() }),
})

/** Measures what the page plays, wherever its sound leaves it. */
function tapSound() {
  const { connect } = AudioNode.prototype
  const taps: AnalyserNode[] = []
  Reflect.set(globalThis, 'voiceTaps', taps)
  Reflect.set(AudioNode.prototype, 'connect', function (this: AudioNode, ...to: unknown[]) {
    if (to[0] instanceof AudioDestinationNode) {
      const tap = new AnalyserNode(this.context, { fftSize: 2048 })
      Reflect.apply(connect, this, [tap])
      taps.push(tap)
    }
    return Reflect.apply(connect, this, to)
  })
}

/** The talk page where one is only heard. */
export class VoiceRoom extends Room {
  /** The vendor's ids of the sessions that this page has opened, oldest first. */
  readonly opened: string[] = []
  /** Close codes are the browser's to know; whether a socket is gone is told here. */
  openSockets = 0

  constructor(page: Page) {
    super(page)
    page.on('websocket', (socket) => {
      if (!socket.url().includes('/v1/realtime')) return
      this.openSockets += 1
      socket.on('close', () => {
        this.openSockets -= 1
      })
      socket.on('framereceived', ({ payload }) => {
        const text = String(payload)
        if (!text.includes('session.created')) return
        this.opened.push(created.parse(JSON.parse(text)).session.id)
      })
    })
  }

  /** The vendor's id of the session that is open now. */
  get vendorSession(): string {
    const id = this.opened.at(-1)
    if (!id) throw new Error('No session is open')
    return id
  }

  async open() {
    await this.page.addInitScript(tapSound)
    await this.page.goto('/talk?medium=voice')
    await expect(this.button('Start talking')).toBeEnabled()
  }

  override async start() {
    const minted = this.page.waitForResponse((response) =>
      response.url().endsWith('/api/swaram-token'),
    )
    await this.button('Start talking').click()
    const answer = grant.parse(await (await minted).json())
    await expect(this.button('End conversation')).toBeVisible()
    return answer
  }

  /** Loudest moment of what the page plays within these milliseconds (0 to 1). */
  override loudness(milliseconds: number) {
    return this.page.evaluate(async (duration) => {
      const taps: unknown = Reflect.get(globalThis, 'voiceTaps')
      const tap = Array.isArray(taps) ? taps.at(-1) : undefined
      if (!(tap instanceof AnalyserNode)) return 0
      const samples = new Float32Array(tap.fftSize)
      let peak = 0
      const until = performance.now() + duration
      while (performance.now() < until) {
        tap.getFloatTimeDomainData(samples)
        const power = samples.reduce((sum, x) => sum + x * x, 0) / samples.length
        peak = Math.max(peak, Math.sqrt(power))
        await new Promise((resolve) => setTimeout(resolve, 30))
      }
      return peak
    }, milliseconds)
  }
}
