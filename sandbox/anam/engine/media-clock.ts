const AUDIO_MS = 10
const FRAME_MS = 40
const MOST_BEHIND_MS = 200

export interface MediaSinks {
  /** Called for every 10 ms of sound that is due. */
  audio(): void
  /** Called 25 times a second with the seconds since the start. */
  frame(seconds: number): void
}

/**
 * Drives sound and picture from the clock: a late timer is caught up, so the voice keeps its pace on a
 * busy machine. After a long stall the missed time is skipped; a burst would only be dropped later.
 */
export function startMediaClock({ audio, frame }: MediaSinks): () => void {
  const start = performance.now()
  let audioDue = start
  let frameDue = start
  const tick = () => {
    const now = performance.now()
    audioDue = Math.max(audioDue, now - MOST_BEHIND_MS)
    while (audioDue <= now) {
      audio()
      audioDue += AUDIO_MS
    }
    if (now < frameDue) return
    frameDue = Math.max(frameDue + FRAME_MS, now - 2 * FRAME_MS)
    frame((now - start) / 1000)
  }
  tick()
  const timer = setInterval(tick, AUDIO_MS)
  return () => clearInterval(timer)
}
