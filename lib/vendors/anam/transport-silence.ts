export interface Silence {
  stream: MediaStream
  /** An open audio context keeps the audio hardware awake. */
  close: () => void
}

/** An input in which nothing is ever heard: a microphone can take its place later. */
export function createSilence(): Silence {
  const audio = new AudioContext()
  const { stream } = audio.createMediaStreamDestination()
  return { stream, close: () => void audio.close() }
}
