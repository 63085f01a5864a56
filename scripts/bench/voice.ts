import type { Page } from '@playwright/test'
import { z } from 'zod'
import { comeAsGuest } from '../../e2e/fixtures'
import { VoiceRoom } from '../../e2e/voice-room'
import { VoiceStandIn } from '../../e2e/voice-stand-in'
import { median } from './median'

const replies = 15

const measured = z.array(z.object({ rendered: z.number(), played: z.number() }))

/**
 * Milliseconds from a vendor's frame in the page to its first sample: as the audio thread renders
 * it, and as the device plays it, by the browser's own account of its buffers.
 */
export async function benchVoice(newPage: () => Promise<Page>, dataDir: string) {
  if (!VoiceStandIn.isThere()) return
  const vendor = new VoiceStandIn(dataDir)
  const page = await newPage()
  await page.addInitScript(watchSound)
  await comeAsGuest(page)
  const room = new VoiceRoom(page)
  await room.open()
  await room.start()
  await page.waitForTimeout(8_000)
  for (let reply = 0; reply < replies; reply += 1) {
    await vendor.say(room.vendorSession, 'നന്ദി.')
    await page.waitForTimeout(2_500)
  }
  const times = measured.parse(await page.evaluate('globalThis.soundTimes'))
  await room.end()
  const words = (numbers: number[]) =>
    `median ${median(numbers).toFixed(1)} ms, longest ${Math.max(...numbers).toFixed(1)} ms`
  console.log(
    `Voice, from the vendor's frame to its first sample: rendered ${words(times.map(({ rendered }) => rendered))}; played ${words(times.map(({ played }) => played))} (${times.length} replies)`,
  )
}

/** Runs in the page before everything else. */
function watchSound() {
  const times: { rendered: number; played: number }[] = []
  Reflect.set(globalThis, 'soundTimes', times)
  const loud = 0.001
  let frameAt: number | undefined
  let isDue = false

  /** Seconds of silence with which a chunk begins. */
  function lead(base64: string) {
    const text = atob(base64)
    for (let n = 0; n + 1 < text.length; n += 2) {
      const sample = ((text.charCodeAt(n) | (text.charCodeAt(n + 1) << 8)) << 16) >> 16
      if (Math.abs(sample) / 32_768 > loud) return n / 2 / 24_000
    }
    return undefined
  }

  const Socket = globalThis.WebSocket
  globalThis.WebSocket = class extends Socket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given)
      this.addEventListener('message', ({ data }) => {
        const now = performance.now()
        const event = JSON.parse(String(data))
        if (event.type === 'response.created') isDue = true
        if (event.type !== 'response.output_audio.delta' || !isDue) return
        isDue = false
        const silence = lead(event.delta)
        frameAt = silence === undefined ? undefined : now + silence * 1_000
      })
    }
  }

  const tap = `registerProcessor('tap', class extends AudioWorkletProcessor {
    process([[input]], [[output]]) {
      if (input) output.set(input)
      const at = input ? input.findIndex((sample) => Math.abs(sample) > ${loud}) : -1
      if (at >= 0) this.port.postMessage(currentTime + at / sampleRate)
      return true
    }
  })`

  const { connect } = AudioNode.prototype
  Reflect.set(AudioNode.prototype, 'connect', function (this: AudioNode, ...to: unknown[]) {
    if (to[0] instanceof AudioDestinationNode && this.context instanceof AudioContext) {
      void listen(this, this.context)
    }
    return Reflect.apply(connect, this, to)
  })

  async function listen(node: AudioNode, audio: AudioContext) {
    await audio.audioWorklet.addModule(
      URL.createObjectURL(new Blob([tap], { type: 'text/javascript' })),
    )
    const listener = new AudioWorkletNode(audio, 'tap')
    Reflect.apply(connect, node, [listener])
    // A node that leads nowhere is not run.
    const mute = new GainNode(audio, { gain: 0 })
    Reflect.apply(connect, listener, [mute])
    Reflect.apply(connect, mute, [audio.destination])
    listener.port.onmessage = ({ data }: MessageEvent<number>) => {
      if (frameAt === undefined) return
      const { contextTime = 0, performanceTime = 0 } = audio.getOutputTimestamp()
      const played = performanceTime + (data - contextTime) * 1_000
      const buffered = (audio.outputLatency || audio.baseLatency) * 1_000
      times.push({ rendered: played - buffered - frameAt, played: played - frameAt })
      frameAt = undefined
    }
  }
}
