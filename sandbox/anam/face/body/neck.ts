import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Points, points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { glow, linear, soft } from '../draw/paint'

/** Neck and what a neckline shows of the chest, with the shadow of the head. */
export function drawNeck({ ctx, look }: Head) {
  const { skin } = look
  const n = look.body.neck
  // A high collar fits closely: no skin beside it.
  const covered = look.outfit.kind === 'turtleneck' ? -14 : 0
  const outline: Points = [
    [-n + 2, 50],
    [-n, 100],
    [-n - 1 - covered * 0.3, 132],
    [-n - 8 - covered, 160],
    [-n - 24 - covered, 178],
    [-n - 40 - covered, 206],
    [-n - 40, 330],
    [n + 40, 330],
    [n + 40 + covered, 206],
    [n + 24 + covered, 178],
    [n + 8 + covered, 160],
    [n + 1 + covered * 0.3, 132],
    [n, 100],
    [n - 2, 50],
  ]
  curve(ctx, outline, { closed: true })
  ctx.fillStyle = linear(
    ctx,
    [-70, 0, 80, 0],
    [0, mix(skin.base, skin.light, 0.35)],
    [0.45, skin.base],
    [1, skin.shade],
  )
  ctx.fill()
  ctx.save()
  ctx.clip()
  soft(ctx, 6, () => {
    ctx.fillStyle = rgba(mix(skin.shade, skin.deep, 0.35), 0.72)
    const cast = points('-70,50 -52,122 -26,154 12,168 40,162 62,130 80,50')
    curve(ctx, cast, { closed: true })
    ctx.fill()
    ctx.fillStyle = rgba(skin.deep, 0.28)
    const far: Points = [
      [n - 16, 90],
      [n - 10, 150],
      [n + 30, 190],
      [n + 40, 90],
    ]
    curve(ctx, far, { closed: true })
    ctx.fill()
  })
  ctx.strokeStyle = rgba(skin.deep, 0.13)
  ctx.lineWidth = 2.6
  soft(ctx, 1, () => {
    const tendonsAndCollarBones = [
      '-24,140 -16,168 -7,190',
      '24,140 16,168 7,190',
      '-12,198 -40,200 -84,194',
      '12,198 40,200 84,194',
    ]
    for (const line of tendonsAndCollarBones) {
      curve(ctx, points(line))
      ctx.stroke()
    }
  })
  glow(ctx, -32, 208, 44, skin.light, 0.4, 1.3, 0.5)
  ctx.restore()
}
