import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Points, points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { disc, linear, shadowed, soft } from '../draw/paint'
import { crewNeck, piece, ribs, tee } from './garment'
import { torso } from './torso'

/** A sweater with raglan seams. */
export function crew({ ctx, look: { body, outfit } }: Head) {
  tee(ctx, body, outfit)
  ctx.save()
  torso(ctx, body, crewNeck(body))
  ctx.clip()
  ctx.strokeStyle = rgba(outfit.dark, 0.45)
  ctx.lineWidth = 1.6
  for (const s of SIDES) {
    curve(ctx, [
      [s * (body.neck + 34), 186],
      [s * (body.neck + 62), 236],
      [s * (body.shoulders - 46), 300],
    ])
    ctx.stroke()
  }
  ctx.restore()
}

export function turtleneck({ ctx, look: { body, outfit } }: Head) {
  const n = body.neck
  piece(ctx, body, outfit, () =>
    torso(ctx, body, [
      [-n - 22, 183],
      [0, 200],
      [n + 22, 183],
    ]),
  )
  const collar: Points = [
    [-n - 3, 128],
    [-n - 6, 158],
    [-n - 20, 190],
    [0, 214],
    [n + 20, 190],
    [n + 6, 158],
    [n + 3, 128],
    [n / 2, 143],
    [0, 148],
    [-n / 2, 143],
  ]
  shadowed(ctx, 0.3, () => {
    curve(ctx, collar, { closed: true })
    ctx.fillStyle = linear(
      ctx,
      [-56, 0, 60, 0],
      [0, outfit.light],
      [0.45, outfit.base],
      [1, outfit.dark],
    )
    ctx.fill()
  })
  ctx.save()
  curve(ctx, collar, { closed: true })
  ctx.clip()
  ribs(
    ctx,
    outfit,
    [(t) => [(t - 0.5) * 2 * (n + 2), 128], (t) => [(t - 0.5) * 2 * (n + 22), 214]],
    26,
  )
  soft(ctx, 4, () => {
    ctx.strokeStyle = rgba(outfit.dark, 0.75)
    ctx.lineWidth = 7
    curve(ctx, [
      [-n - 8, 165],
      [0, 184],
      [n + 10, 165],
    ])
    ctx.stroke()
    ctx.fillStyle = rgba(outfit.dark, 0.5)
    curve(ctx, points('-60,110 0,152 60,120'), { closed: true })
    ctx.fill()
  })
  ctx.restore()
}

/** A blouse with a collar that falls open, and a fine chain. */
export function blouse({ ctx, look: { body, outfit } }: Head) {
  const n = body.neck
  const neckline: Points = [
    [-n - 24, 176],
    [-n - 8, 200],
    [-16, 252],
    [0, 272],
    [16, 252],
    [n + 8, 200],
    [n + 24, 176],
  ]
  piece(ctx, body, outfit, () => torso(ctx, body, neckline))
  for (const s of SIDES) {
    const collar: Points = [
      [s * (n + 20), 168],
      [s * (n + 20), 168],
      [s * (n + 44), 184],
      [s * (n + 36), 226],
      [s * 34, 262],
      [s * 3, 296],
      [s * 3, 296],
      [s * 8, 258],
      [s * (n - 8), 212],
    ]
    shadowed(ctx, 0.3, () => {
      curve(ctx, collar, { closed: true })
      ctx.fillStyle =
        s < 0 ? mix(outfit.base, outfit.light, 0.55) : mix(outfit.base, outfit.dark, 0.25)
      ctx.fill()
    })
  }
  ctx.strokeStyle = '#e3b04f'
  ctx.lineWidth = 1.5
  curve(ctx, [
    [-n - 12, 178],
    [-n + 6, 212],
    [0, 238],
    [n - 6, 212],
    [n + 12, 178],
  ])
  ctx.stroke()
  ctx.fillStyle = '#f0c469'
  disc(ctx, 0, 241, 4.2)
}
