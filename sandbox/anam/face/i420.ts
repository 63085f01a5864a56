import type { FaceSize } from './draw/frame'

/** A planar YUV 4:2:0 picture, as `RTCVideoSource.onFrame` of `@roamhq/wrtc` takes it. */
export interface I420Frame {
  width: number
  height: number
  /** Y, then U and V at half the size: `width * height * 3 / 2` bytes. */
  data: Uint8Array<ArrayBuffer>
}

/** Bytes of one frame. */
export const i420Bytes = ({ width, height }: FaceSize) => (width * height * 3) / 2

/** RGBA pixels to I420, BT.601 in limited range (16 to 235), which is what WebRTC expects of SD video. Both sides even. */
export function toI420(rgba: Uint8Array | Uint8ClampedArray, size: FaceSize): I420Frame {
  const { width, height } = size
  // Clamped while it is filled: it also rounds.
  const data = new Uint8ClampedArray(i420Bytes(size))
  const chroma = (width * height) / 4
  let u = width * height
  for (let y = 0; y < height; y += 2) {
    for (let x = 0; x < width; x += 2) {
      let red = 0
      let green = 0
      let blue = 0
      for (const pixel of [
        y * width + x,
        y * width + x + 1,
        (y + 1) * width + x,
        (y + 1) * width + x + 1,
      ]) {
        const r = rgba[pixel * 4] ?? 0
        const g = rgba[pixel * 4 + 1] ?? 0
        const b = rgba[pixel * 4 + 2] ?? 0
        data[pixel] = 16 + (65.738 * r + 129.057 * g + 25.064 * b) / 256
        red += r
        green += g
        blue += b
      }
      data[u] = 128 + (-37.945 * red - 74.494 * green + 112.439 * blue) / 1024
      data[u + chroma] = 128 + (112.439 * red - 94.154 * green - 18.285 * blue) / 1024
      u++
    }
  }
  return { width, height, data: new Uint8Array(data.buffer) }
}

/** I420 to RGBA pixels, opaque. */
export function fromI420({ width, height, data }: I420Frame): Uint8ClampedArray {
  const rgba = new Uint8ClampedArray(width * height * 4)
  const chroma = (width * height) / 4
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const at = width * height + (y >> 1) * (width / 2) + (x >> 1)
      const luma = 1.164 * ((data[pixel] ?? 0) - 16)
      const u = (data[at] ?? 0) - 128
      const v = (data[at + chroma] ?? 0) - 128
      rgba[pixel * 4] = luma + 1.596 * v
      rgba[pixel * 4 + 1] = luma - 0.392 * u - 0.813 * v
      rgba[pixel * 4 + 2] = luma + 2.017 * u
      rgba[pixel * 4 + 3] = 255
    }
  }
  return rgba
}

/** One plain colour: what a face shows before its first picture is drawn. */
export function plainI420(
  colour: readonly [r: number, g: number, b: number],
  size: FaceSize,
): I420Frame {
  const [r, g, b] = colour
  const corner = toI420(Uint8Array.from(Array.from({ length: 4 }, () => [r, g, b, 255]).flat()), {
    width: 2,
    height: 2,
  })
  const [luma = 0, , , , u = 0, v = 0] = corner.data
  const data = new Uint8Array(i420Bytes(size))
  const pixels = size.width * size.height
  data.fill(luma, 0, pixels)
  data.fill(u, pixels, pixels * 1.25)
  data.fill(v, pixels * 1.25)
  return { ...size, data }
}
