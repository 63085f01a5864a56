import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Points, points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { disc, shadowed } from '../draw/paint'
import { piece } from './garment'
import { torso } from './torso'

/** A shirt with an open collar and buttons. */
export function shirt({ ctx, look: { body, outfit } }: Head) {
  const n = body.neck
  const neckline: Points = [
    [-n - 24, 170],
    [-n - 4, 196],
    [-10, 244],
    [0, 262],
    [10, 244],
    [n + 4, 196],
    [n + 24, 170],
  ]
  piece(ctx, body, outfit, () => torso(ctx, body, neckline), 0.2)
  ctx.strokeStyle = rgba(outfit.dark, 0.7)
  ctx.lineWidth = 1.6
  curve(ctx, points('2,262 4,340 4,460'))
  ctx.stroke()
  ctx.fillStyle = rgba(mix(outfit.dark, '#20262c', 0.35), 0.8)
  for (const y of [300, 350]) disc(ctx, -6, y, 3)
  for (const s of SIDES) {
    const collar: Points = [
      [s * (n + 6), 138],
      [s * (n + 6), 138],
      [s * (n + 24), 164],
      [s * (n + 34), 186],
      [s * (n + 34), 186],
      [s * 50, 240],
      [s * 50, 240],
      [s * 24, 226],
      [s * 2, 262],
      [s * 2, 262],
      [s * 22, 216],
      [s * (n - 4), 176],
    ]
    shadowed(ctx, 0.28, () => {
      curve(ctx, collar, { closed: true })
      ctx.fillStyle = s < 0 ? outfit.light : mix(outfit.base, outfit.dark, 0.28)
      ctx.fill()
    })
  }
}
