/** Measured this often, in milliseconds: fluent to the eye, nothing to the processor. */
const everyMs = 66
/** Speech at a normal distance reaches about a quarter of full scale. */
const gain = 4

/**
 * Calls with the loudness of a stream (0 to 1) until the returned function is called. It does not
 * own the stream. Silent where the browser cannot measure.
 */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  const listening = listen(stream)
  if (!listening) return () => {}
  const { audio, analyser } = listening
  const samples = new Float32Array(analyser.fftSize)
  let shown = 0
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples)
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length
    const level = Math.min(1, Math.sqrt(power) * gain)
    // Falls slower than it rises, as a needle does.
    const next = level > shown ? level : Math.max(level, shown * 0.8)
    const rounded = next < 0.02 ? 0 : Math.round(next * 50) / 50
    if (rounded !== shown) onLevel(rounded)
    shown = rounded
  }, everyMs)
  return () => {
    clearInterval(timer)
    void audio.close()
  }
}

function listen(stream: MediaStream) {
  if (stream.getAudioTracks().length === 0) return undefined
  const audio = new AudioContext()
  try {
    const analyser = audio.createAnalyser()
    analyser.fftSize = 512
    audio.createMediaStreamSource(stream).connect(analyser)
    // Safari begins it suspended when the permission was answered long after the press.
    if (audio.state !== 'running') audio.resume().catch(() => {})
    return { audio, analyser }
  } catch {
    // Firefox refuses a stream whose sample rate is not that of the context.
    void audio.close()
    return undefined
  }
}
