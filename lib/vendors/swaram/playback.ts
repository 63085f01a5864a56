/** What the persona is heard saying: a queue in the audio thread, and what is due as it is heard. */
export interface Playback {
  play: (samples: Int16Array<ArrayBuffer>) => void
  /** Calls once all that is in the queue has been heard: at once where there is nothing. */
  afterwards: (cue: () => void) => void
  /** Falls silent. What was not heard yet is dropped, and so is what was due after it. */
  flush: () => void
  /** Nothing waits to be heard. */
  isEmpty: () => boolean
}

/** Drives the playback worklet behind `port`. `onSound` is called when sound begins after a silence. */
export function createPlayback(port: MessagePort, onSound: () => void): Playback {
  let queued = 0
  let heard = 0
  let isPlaying = false
  let cues: { at: number; call: () => void }[] = []

  function call() {
    while (cues[0] && cues[0].at <= heard) cues.shift()?.call()
  }

  port.addEventListener(
    'message',
    ({ data }: MessageEvent<[heard: number, isPlaying: boolean]>) => {
      const wasPlaying = isPlaying
      heard = data[0]
      isPlaying = data[1]
      if (isPlaying && !wasPlaying) onSound()
      call()
    },
  )
  port.start()

  return {
    play(samples) {
      if (samples.length === 0) return
      queued += samples.length
      port.postMessage(samples, [samples.buffer])
    },
    afterwards(cue) {
      cues.push({ at: queued, call: cue })
      call()
    },
    flush() {
      cues = []
      // The last milliseconds, in which it fades, count as heard.
      heard = queued
      port.postMessage(null)
    },
    isEmpty: () => heard >= queued,
  }
}
