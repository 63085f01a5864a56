const TAPS_PER_PHASE = 16

/** Windowed-sinc low-pass at the old Nyquist frequency, cut into one short filter per output phase. */
function phases(factor: number): Float64Array[] {
  const length = TAPS_PER_PHASE * factor
  const middle = (length - 1) / 2
  const kernel = Array.from({ length }, (_, index) => {
    const x = (index - middle) / factor
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
    return sinc * (0.5 - 0.5 * Math.cos((2 * Math.PI * (index + 0.5)) / length))
  })
  return Array.from({ length: factor }, (_, phase) => {
    const taps = Float64Array.from(
      { length: TAPS_PER_PHASE },
      (_, tap) => kernel[tap * factor + phase] ?? 0,
    )
    const gain = taps.reduce((sum, tap) => sum + tap, 0)
    return taps.map((tap) => tap / gain)
  })
}

/**
 * Raises the sample rate by a whole factor (16 kHz to 48 kHz: 3) without the mirror images that
 * repeating or interpolating samples would leave in the voice. The length is exactly `factor` times.
 */
export function upsample(samples: Int16Array, factor: number): Int16Array {
  if (!Number.isInteger(factor) || factor < 1) throw new RangeError(`No whole factor: ${factor}`)
  if (factor === 1) return samples.slice()
  const filters = phases(factor)
  const delay = TAPS_PER_PHASE / 2
  const out = new Int16Array(samples.length * factor)
  for (let index = 0; index < samples.length; index++) {
    for (let phase = 0; phase < factor; phase++) {
      const filter = filters[phase]
      if (!filter) continue
      let sum = 0
      for (let tap = 0; tap < TAPS_PER_PHASE; tap++) {
        sum += (filter[tap] ?? 0) * (samples[index + delay - tap] ?? 0)
      }
      out[index * factor + phase] = Math.max(-32_768, Math.min(32_767, Math.round(sum)))
    }
  }
  return out
}
