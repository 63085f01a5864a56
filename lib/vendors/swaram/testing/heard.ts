import type { Playback } from '../playback'

/** A playback whose loudspeaker a test turns: nothing is heard until then. */
export interface HeardPlayback extends Playback {
  /** The loudspeaker plays so many samples; all of them when left out. */
  hear: (samples?: number) => void
  queued: () => number
  flushes: number
}

export function heardPlayback(): HeardPlayback {
  let queued = 0
  let heard = 0
  let cues: { at: number; call: () => void }[] = []
  const call = () => {
    while (cues[0] && cues[0].at <= heard) cues.shift()?.call()
  }
  return {
    flushes: 0,
    queued: () => queued - heard,
    isEmpty: () => heard >= queued,
    play(samples) {
      queued += samples.length
    },
    afterwards(cue) {
      cues.push({ at: queued, call: cue })
      call()
    },
    flush() {
      this.flushes += 1
      cues = []
      heard = queued
    },
    hear(samples = queued - heard) {
      heard += samples
      call()
    },
  }
}
