/** Measured this often, in milliseconds: fluent to the eye, nothing to the processor. */
const everyMs = 66
/** Speech at a normal distance reaches about a quarter of full scale. */
const gain = 4

/**
 * Calls with the loudness of a stream (0 to 1) until the returned function is called. It does not
 * own the stream.
 */
export function watchLevel(stream: MediaStream, onLevel: (level: number) => void): () => void {
  if (stream.getAudioTracks().length === 0) return () => {}
  const audio = new AudioContext()
  const analyser = audio.createAnalyser()
  analyser.fftSize = 512
  const samples = new Float32Array(analyser.fftSize)
  audio.createMediaStreamSource(stream).connect(analyser)
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
