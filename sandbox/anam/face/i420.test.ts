import { nonstandard } from '@roamhq/wrtc'
import { describe, expect, it } from 'vitest'
import { fromI420, i420Bytes, plainI420, toI420 } from './i420'

const size = { width: 16, height: 8 }
const filled = (r: number, g: number, b: number) =>
  Uint8Array.from(Array.from({ length: size.width * size.height }, () => [r, g, b, 255]).flat())

describe('I420', () => {
  it('is in limited range: black 16, white 235, both without colour', () => {
    const black = toI420(filled(0, 0, 0), size).data
    const white = toI420(filled(255, 255, 255), size).data
    expect(black[0]).toBe(16)
    expect(white[0]).toBe(235)
    for (const data of [black, white]) expect(new Set(data.slice(128))).toEqual(new Set([128]))
  })

  it('agrees with the WebRTC library, whose converter works on a picture of noise', () => {
    const rgba = Uint8Array.from({ length: 4 * 128 }, (_, i) =>
      i % 4 === 3 ? 255 : (i * 73) % 256,
    )
    const theirs = { ...size, data: new Uint8Array(i420Bytes(size)) }
    nonstandard.rgbaToI420({ ...size, data: rgba }, theirs)
    const ours = toI420(rgba, size).data
    for (const [i, value] of theirs.data.entries())
      expect(Math.abs(value - (ours[i] ?? 0)), `byte ${i}`).toBeLessThanOrEqual(2)
  })

  it('comes back as nearly the same colours', () => {
    const colours = [
      [189, 129, 89],
      [53, 57, 42],
      [181, 83, 47],
      [120, 120, 240],
    ] as const
    for (const [r, g, b] of colours) {
      const back = fromI420(toI420(filled(r, g, b), size))
      for (const [i, value] of [r, g, b].entries())
        expect(Math.abs((back[i] ?? 0) - value)).toBeLessThanOrEqual(3)
    }
  })

  it('paints one plain colour like a picture of it', () => {
    expect(plainI420([53, 57, 42], size).data).toEqual(toI420(filled(53, 57, 42), size).data)
  })

  it('is what a video source takes', () => {
    const source = new nonstandard.RTCVideoSource()
    expect(() => source.onFrame(toI420(filled(9, 9, 9), size))).not.toThrow()
    expect(() => source.onFrame({ ...size, data: new Uint8Array(7) })).toThrow()
  })
})
