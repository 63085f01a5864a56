import { createCanvas, loadImage } from '@napi-rs/canvas'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AVATAR_NAMES, type AvatarName } from './avatars'
import { fromI420, i420Bytes } from './i420'
import { openStudio, type Studio } from './studio'
import { conversation, phonemesOf } from './talk-sample'

const size = { width: 720, height: 480 }
const small = { width: 180, height: 120 }
const silent = { seconds: 0, speech: null, listening: false }
let studio: Studio

beforeAll(async () => {
  studio = await openStudio()
})
afterAll(() => studio.close())

describe('a studio', () => {
  it('shows as first frame exactly the still, for everybody and every seed', async () => {
    for (const [i, avatar] of AVATAR_NAMES.entries()) {
      const still = await decode(await studio.still(avatar, size))
      await studio.warm(avatar, size)
      const first = fromI420(studio.face(avatar, size, i * 31).frame(silent))
      expect(meanDifference(still, first), avatar).toBeLessThan(2.5)
    }
  }, 60_000)

  it('draws people who look different', async () => {
    const faces = new Map<AvatarName, Uint8ClampedArray>()
    for (const avatar of AVATAR_NAMES)
      faces.set(avatar, await decode(await studio.still(avatar, size)))
    for (const [a, one] of faces)
      for (const [b, other] of faces)
        if (a !== b) expect(meanDifference(one, other), `${a} and ${b}`).toBeGreaterThan(5)
  }, 60_000)

  it('answers at once with a plain wall when nothing is drawn yet, then with the face', async () => {
    const face = studio.face('kenji', small, 1)
    const before = face.frame(silent)
    expect(new Set(before.data.slice(0, small.width * small.height)).size).toBe(1)
    await studio.warm('kenji', small)
    expect(
      new Set(face.frame(silent).data.slice(0, small.width * small.height)).size,
    ).toBeGreaterThan(50)
  })

  it('shows the likest frame while a mouth is being drawn, and that mouth once it is', async () => {
    await studio.warm('freya', small)
    const face = studio.face('freya', small, 2)
    const resting = face.frame(silent)
    const phonemes = [{ phoneme: 'aa', endSeconds: 2 }]
    const open = { seconds: 0.3, speech: { phonemes, seconds: 0.3 }, listening: false }
    expect(face.frame(open)).toBe(resting)
    await expect.poll(() => face.frame(open) === resting).toBe(false)
    face.close()
    expect(face.frame(silent)).toBe(face.frame(open))
  })

  it('refuses a size that no video has', () => {
    expect(() => studio.face('maya', { width: 721, height: 480 }, 1)).toThrow(/even/)
    expect(() => studio.face('maya', { width: 1e6, height: 480 }, 1)).toThrow(/2048/)
  })
})

describe('a studio with little memory', () => {
  it('keeps within its bound through ten minutes of talk, and still speaks', async () => {
    const limit = 40 * i420Bytes(small)
    const tight = await openStudio({ frameBytes: limit })
    await tight.warm('omar', small)
    const face = tight.face('omar', small, 9)
    const shown = new Set<unknown>()
    let frames = 0
    for (const input of conversation(600)) {
      shown.add(face.frame(input))
      // The thread's answers come in between, as they do between the ticks of a media loop.
      if (++frames % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
      expect(tight.usage().bytes).toBeLessThanOrEqual(limit)
    }
    expect(shown.size).toBeGreaterThan(20)
    await tight.close()
  }, 60_000)

  it('closes its thread: what was asked for fails, a face shows its last frame', async () => {
    const brief = await openStudio()
    await brief.warm('ines', small)
    const face = brief.face('ines', small, 1)
    const last = face.frame(silent)
    const picture = brief.still('ines', { width: 1152, height: 768 })
    const refused = expect(picture).rejects.toThrow(/closed/)
    await brief.close()
    await refused
    await expect(brief.still('maya', small)).rejects.toThrow(/closed/)
    const phonemes = phonemesOf(1)
    expect(
      face.frame({ seconds: 1, speech: { phonemes, seconds: 1 }, listening: false }).data,
    ).toHaveLength(last.data.length)
  })
})

async function decode(picture: Buffer) {
  const image = await loadImage(picture)
  const canvas = createCanvas(image.width, image.height)
  const ctx = canvas.getContext('2d')
  ctx.drawImage(image, 0, 0)
  return ctx.getImageData(0, 0, image.width, image.height).data
}

function meanDifference(a: Uint8ClampedArray, b: Uint8ClampedArray) {
  let sum = 0
  for (const [i, value] of a.entries()) sum += Math.abs(value - (b[i] ?? 0))
  return sum / a.length
}
