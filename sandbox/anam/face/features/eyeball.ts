import { mix, rgba } from '../draw/colour'
import { band, curve } from '../draw/curve'
import type { Place, Point } from '../draw/geometry'
import type { Head } from '../draw/head'
import { disc, glow, linear, soft, TAU } from '../draw/paint'
import type { EyeShape } from './eyes'

const IRIS_RADIUS = 10

/** White, iris, pupil and the lights in them, seen between the lids. */
export function drawEyeball(head: Head, { upper, lower }: EyeShape, map: Place) {
  const { ctx, gaze, turned, blink } = head
  const { skin, eye } = head.look
  ctx.save()
  band(ctx, upper, lower, map)
  ctx.clip()
  const [x, y] = map(0, 0)
  ctx.fillStyle = linear(
    ctx,
    [0, y - 11, 0, y + 9],
    [0, mix('#e9e0da', skin.shade, 0.3)],
    [0.45, '#f6f1ec'],
    [1, '#efe6e0'],
  )
  ctx.fillRect(x - 34, y - 24, 68, 48)
  const [tearX, tearY] = map(-18, 3.2)
  glow(ctx, tearX, tearY, 6, skin.blush, 0.7)
  const [middleX, middleY] = map(0, -1.6)
  // The eye sinks a little as it shuts: a pupil under a still lid looks sly.
  const irisX = middleX + gaze[0] * 7 - turned * 1.6
  const irisY = middleY + gaze[1] * 4 + blink * 4
  ctx.fillStyle = mix(eye.iris, '#0d0a0c', 0.55)
  disc(ctx, irisX, irisY, IRIS_RADIUS)
  const iris = ctx.createRadialGradient(irisX, irisY + 3.5, 1, irisX, irisY, IRIS_RADIUS - 0.8)
  iris.addColorStop(0, mix(eye.iris, '#ffd9a0', 0.42))
  iris.addColorStop(0.55, eye.iris)
  iris.addColorStop(1, mix(eye.iris, '#120c0c', 0.35))
  ctx.fillStyle = iris
  disc(ctx, irisX, irisY, IRIS_RADIUS - 1)
  ctx.fillStyle = '#120d10'
  disc(ctx, irisX, irisY, 4.1)
  ctx.strokeStyle = rgba('#2a1a18', 0.42)
  ctx.lineWidth = 7
  soft(ctx, 1.4, () => {
    curve(
      ctx,
      upper.map(([px, py]): Point => [px, py + 1]),
      { map },
    )
    ctx.stroke()
  })
  ctx.fillStyle = rgba('#ffffff', 0.95 * (1 - blink))
  ctx.beginPath()
  ctx.ellipse(irisX - 3, irisY - 3.4, 2.5, 2.9, 0.3, 0, TAU)
  ctx.fill()
  ctx.fillStyle = 'rgba(255,255,255,0.38)'
  disc(ctx, irisX + 3.6, irisY + 3.6, 1.5)
  ctx.restore()
}
