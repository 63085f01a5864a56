import { parentPort } from 'node:worker_threads'
import { type Canvas, createCanvas } from '@napi-rs/canvas'
import { drawAvatar } from './draw/draw-avatar'
import { toI420 } from './i420'
import type { PaintAnswer, PaintRequest } from './painter-messages'

/** Good enough that the step from the still to the first frame of video cannot be seen. */
const WEBP_QUALITY = 92

// The thread that draws: a frame takes 10 to 70 ms, and the media loop must not wait for it.
parentPort?.on('message', (request: PaintRequest) => {
  const answer = paint(request)
  const pixels =
    answer.kind === 'frame'
      ? [answer.frame.data.buffer]
      : answer.kind === 'still'
        ? [answer.picture.buffer]
        : []
  parentPort?.postMessage(answer, pixels)
})

const canvases = new Map<string, Canvas>()

/**
 * One canvas per size: the memory of a canvas per frame comes back late or never. Setting the
 * width gives up what the last frame recorded, which would pile up otherwise.
 */
function blankCanvas({ width, height }: PaintRequest['size']): Canvas {
  const key = `${width}x${height}`
  const canvas = canvases.get(key) ?? createCanvas(width, height)
  canvases.set(key, canvas)
  canvas.width = width
  return canvas
}

function paint({ id, kind, avatar, size, state }: PaintRequest): PaintAnswer {
  const started = performance.now()
  try {
    const canvas = blankCanvas(size)
    const ctx = canvas.getContext('2d')
    drawAvatar(ctx, avatar, size, state)
    if (kind === 'still') {
      const picture = Uint8Array.from(canvas.toBuffer('image/webp', WEBP_QUALITY))
      return { id, kind, picture, milliseconds: performance.now() - started }
    }
    const frame = toI420(ctx.getImageData(0, 0, size.width, size.height).data, size)
    return { id, kind, frame, milliseconds: performance.now() - started }
  } catch (error) {
    return { id, kind: 'failed', reason: error instanceof Error ? error.message : String(error) }
  }
}
