import { expect, test } from 'vitest'
import { upsample } from './upsample'

const tone = (hertz: number, rate: number, seconds = 0.1) =>
  Int16Array.from(
    { length: rate * seconds },
    (_, i) => 10_000 * Math.sin((2 * Math.PI * hertz * i) / rate),
  )

/** How much of a frequency is in the middle of a sound (Goertzel). */
function strength(samples: Int16Array, hertz: number, rate: number) {
  let [re, im] = [0, 0]
  const middle = samples.subarray(samples.length / 4, (samples.length * 3) / 4)
  middle.forEach((sample, i) => {
    re += sample * Math.cos((2 * Math.PI * hertz * i) / rate)
    im += sample * Math.sin((2 * Math.PI * hertz * i) / rate)
  })
  return (2 * Math.hypot(re, im)) / middle.length
}

test('a tone keeps its pitch and strength and gets no mirror image', () => {
  const out = upsample(tone(1_000, 16_000), 3)
  expect(out.length).toBe(4_800)
  expect(strength(out, 1_000, 48_000)).toBeGreaterThan(9_500)
  expect(strength(out, 15_000, 48_000)).toBeLessThan(60)
  expect(strength(out, 17_000, 48_000)).toBeLessThan(60)
})

test('what is loudest does not wrap around', () => {
  const square = Int16Array.from({ length: 200 }, (_, i) => (i % 20 < 10 ? 32_767 : -32_768))
  const out = upsample(square, 3)
  expect(out[15]).toBeGreaterThan(20_000)
  expect(out[45]).toBeLessThan(-20_000)
})

test('only whole factors are possible', () => {
  expect(() => upsample(new Int16Array(4), 2.5)).toThrow(RangeError)
})
