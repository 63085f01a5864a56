import { z } from 'zod'
import { webrtc } from './webrtc'

const sound = z.object({ samples: z.instanceof(Int16Array), sampleRate: z.number() })

/** Listens to the visitor's track; calls back with loudness (RMS, 0 to 1) per piece of `ms`. */
export function listen(track: MediaStreamTrack, hear: (rms: number, ms: number) => void) {
  const sink = new webrtc.nonstandard.RTCAudioSink(track)
  const take = (event: unknown) => {
    const { data } = sound.safeParse(event)
    if (!data || data.samples.length === 0) return
    let sum = 0
    for (const sample of data.samples) sum += sample * sample
    const rms = Math.sqrt(sum / data.samples.length) / 32_768
    hear(rms, (data.samples.length / data.sampleRate) * 1000)
  }
  sink.ondata = take
  return () => sink.stop()
}
