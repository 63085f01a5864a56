import { afterAll, describe, expect, test } from 'vitest'
import { block, makeProcessor } from './testing/audio-thread'

const vendorRate = 24_000
const rates = [16_000, 44_100, 48_000, 96_000]
const opened: { close: () => void }[] = []
afterAll(() => {
  for (const port of opened) port.close()
})

const tone = (hertz: number, rate: number, seconds: number, level = 0.5) =>
  Float32Array.from(
    { length: Math.round(rate * seconds) },
    (_, n) => level * Math.sin((2 * Math.PI * hertz * n) / rate),
  )

/** Root mean square of the middle of a signal, in dB. */
function loudness(samples: Float32Array): number {
  const middle = samples.subarray(samples.length / 4, (samples.length * 3) / 4)
  const power = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length
  return 10 * Math.log10(power + 1e-20)
}

/** The biggest change of direction from one sample to the next: a click is one. */
function roughness(samples: Float32Array): number {
  let most = 0
  for (let n = 2; n < samples.length; n += 1) {
    const [a = 0, b = 0, c = 0] = samples.subarray(n - 2, n + 1)
    most = Math.max(most, Math.abs(a - 2 * b + c))
  }
  return most
}

const messages = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

/** What arrives of a signal that the microphone hears. */
async function capture(signal: Float32Array, rate: number): Promise<Float32Array> {
  const { processor, port } = makeProcessor('swaram-capture', rate)
  opened.push(port)
  const pieces: Int16Array[] = []
  port.on('message', (piece: Int16Array) => pieces.push(piece))
  for (let at = 0; at + block <= signal.length; at += block) {
    processor.process([[signal.subarray(at, at + block)]], [])
  }
  await messages()
  expect(new Set(pieces.map(({ length }) => length))).toEqual(new Set([2_400]))
  return Float32Array.from(
    pieces.flatMap((piece) => [...piece]),
    (sample) => sample / 32_767,
  )
}

function player(rate: number) {
  const { processor, port } = makeProcessor('swaram-playback', rate)
  opened.push(port)
  const told: [heard: number, isPlaying: boolean][] = []
  port.on('message', (message: [number, boolean]) => told.push(message))
  return {
    told,
    send: (message: Int16Array | null) => port.postMessage(message),
    /** Plays for so long and answers what was heard. */
    hear(seconds: number) {
      const heard = new Float32Array(Math.round((seconds * rate) / block) * block)
      for (let at = 0; at < heard.length; at += block) {
        processor.process([], [[heard.subarray(at, at + block)]])
      }
      return heard
    },
  }
}

const pcm = (signal: Float32Array) => Int16Array.from(signal, (sample) => sample * 32_767)

function* cut(signal: Int16Array, sizes: readonly number[]) {
  for (let at = 0, n = 0; at < signal.length; n += 1) {
    const size = sizes[n % sizes.length] ?? 1
    yield signal.slice(at, at + size)
    at += size
  }
}

describe.each(rates)('a microphone of %i Hz', (rate) => {
  test.each([100, 1_000, 3_400, 6_000])('keeps the level of a tone of %i Hz', async (hertz) => {
    const signal = tone(hertz, rate, 1)
    const heard = await capture(signal, rate)
    expect(loudness(heard)).toBeCloseTo(loudness(signal), 1)
  })
})

describe.each([44_100, 48_000, 96_000])('a microphone of %i Hz', (rate) => {
  test.each([13_000, 15_000, 18_000, 20_000])(
    'lets nothing of a tone of %i Hz fold back into what is heard',
    async (hertz) => {
      const heard = await capture(tone(hertz, rate, 1, 0.9), rate)
      expect(loudness(heard) - loudness(tone(hertz, rate, 1, 0.9))).toBeLessThan(-60)
    },
  )
})

test('a microphone that is too loud is cut off, not turned over', async () => {
  const heard = await capture(tone(200, 48_000, 0.5, 3), 48_000)
  expect(Math.max(...heard)).toBeLessThanOrEqual(1)
  expect(Math.min(...heard)).toBeGreaterThanOrEqual(-1.001)
})

describe.each(rates)('a loudspeaker of %i Hz', (rate) => {
  test('plays a tone at its level, with no click where pieces meet', async () => {
    const signal = tone(1_000, vendorRate, 1)
    const whole = player(rate)
    whole.send(pcm(signal))
    await messages()
    const inOne = whole.hear(0.95)
    const pieces = player(rate)
    for (const piece of cut(pcm(signal), [2_400, 1, 479, 2, 3_001])) pieces.send(piece)
    await messages()
    const inPieces = pieces.hear(0.95)
    expect(inPieces).toEqual(inOne)
    expect(loudness(inOne)).toBeCloseTo(loudness(signal), 1)
    const smooth = 0.5 * (2 * Math.PI * (1_000 / rate)) ** 2
    expect(roughness(inOne)).toBeLessThan(1.2 * smooth)
  })
})

test('a loudspeaker of 48 kHz gets nothing above what the vendor can have sent', async () => {
  const { send, hear } = player(48_000)
  // The image of 9 kHz would be heard at 15 kHz.
  send(pcm(tone(9_000, vendorRate, 1, 0.9)))
  await messages()
  const heard = hear(0.9)
  const image = tone(15_000, 48_000, 0.9, 1)
  const cosine = Float32Array.from(image, (_, n) => Math.cos((2 * Math.PI * 15_000 * n) / 48_000))
  const from = Math.round(heard.length / 4)
  const part = (wave: Float32Array) =>
    heard.reduce((sum, sample, n) => sum + (n < from ? 0 : sample * (wave[n] ?? 0)), 0) /
    (heard.length - from)
  expect(20 * Math.log10(Math.hypot(part(image), part(cosine)) + 1e-12)).toBeLessThan(-60)
})

describe('playing', () => {
  test('begins within 20 ms of the first piece, however small', async () => {
    for (const first of [240, 2_400]) {
      const { send, hear } = player(48_000)
      hear(0.5)
      send(pcm(tone(1_000, vendorRate, 1).subarray(0, first)))
      await messages()
      const heard = hear(0.06)
      const at = heard.findIndex((sample) => Math.abs(sample) > 0.01)
      expect(at).toBeGreaterThan(-1)
      expect(at / 48_000).toBeLessThan(first < 480 ? 0.026 : 0.006)
    }
  })

  test('fades when it is flushed: silent at once, without a click', async () => {
    const { send, hear, told } = player(48_000)
    send(pcm(tone(1_000, vendorRate, 2)))
    await messages()
    const before = hear(0.5)
    send(null)
    await messages()
    const after = hear(0.5)
    const smooth = roughness(before)
    const joined = Float32Array.from([...before, ...after])
    // The end of the ramp is a change of direction, but a small one.
    expect(roughness(joined)).toBeLessThan(2 * smooth)
    expect(loudness(after)).toBeLessThan(-100)
    expect(Math.max(...after.subarray(0.01 * 48_000).map(Math.abs))).toBeLessThan(0.001)
    await messages()
    expect(told.at(-1)).toEqual([2 * vendorRate, false])
  })

  test('dies away where a reply is broken off, and comes back softly', async () => {
    const { send, hear } = player(48_000)
    const signal = pcm(tone(1_000, vendorRate, 1))
    const smooth = 0.5 * (2 * Math.PI * (1_000 / 48_000)) ** 2
    // In the middle of a wave.
    send(signal.slice(0, 6_006))
    await messages()
    const broken = hear(0.4)
    send(signal.slice(6_006))
    await messages()
    const resumed = hear(0.4)
    expect(roughness(Float32Array.from([...broken, ...resumed]))).toBeLessThan(3 * smooth)
  })

  test('tells what was heard, when it begins and when there is nothing more', async () => {
    const { send, hear, told } = player(44_100)
    send(pcm(tone(1_000, vendorRate, 0.3)))
    await messages()
    hear(0.5)
    await messages()
    expect(told[0]).toEqual([0, true])
    expect(told.at(-1)).toEqual([7_200, false])
    const heard = told.map(([samples]) => samples)
    expect(heard).toEqual(heard.toSorted((a, b) => a - b))
    expect(told.length).toBeGreaterThan(5)
  })
})

test('an hour of streaming, at speed, leaves nothing behind', async () => {
  const { processor, port } = makeProcessor('swaram-playback', 16_000)
  opened.push(port)
  // What is tested is the queue: with its whole filter, an hour takes a minute.
  const resampler: { phases: Float32Array[] } = Reflect.get(processor, 'resampler')
  resampler.phases = resampler.phases.map(() => Float32Array.of(1))
  let last: [number, boolean] = [0, false]
  port.on('message', (message: [number, boolean]) => {
    last = message
  })
  const piece = pcm(tone(440, vendorRate, 0.1))
  const output = [[new Float32Array(block)]]
  const blocksOfASecond = 16_000 / block
  const sizes: number[] = []
  for (let second = 0; second < 3_600; second += 1) {
    for (let n = 0; n < 10; n += 1) port.postMessage(piece.slice())
    await messages()
    for (let n = 0; n < blocksOfASecond; n += 1) processor.process([], output)
    if (second % 600 === 599) sizes.push(Reflect.get(processor, 'pieces').length)
  }
  expect(Math.max(...sizes)).toBeLessThanOrEqual(2)
  for (let n = 0; n < 400; n += 1) processor.process([], output)
  await messages()
  expect(last).toEqual([36_000 * 2_400, false])
}, 60_000)
