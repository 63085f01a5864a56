import { mix, rgba } from '../draw/colour'
import { type Ctx, curve } from '../draw/curve'
import { mirror, type Points, SIDES } from '../draw/geometry'
import { glow, linear, soft } from '../draw/paint'
import type { Cloth, Look } from '../looks/look'

type Body = Look['body']

/** Path of shoulders and upper arms with any neckline, given from left to right. */
export function torso(ctx: Ctx, { shoulders: s, neck }: Body, neckline: Points) {
  const left: Points = [
    [-s - 46, 460],
    [-s - 42, 372],
    [-s - 31, 300],
    [-s - 10, 256],
    [-s + 24, 227],
    [-s + 72, 206],
    [-neck - 36, 184],
  ]
  curve(ctx, left)
  curve(ctx, neckline, { from: 'join' })
  curve(ctx, mirror(left), { from: 'join' })
  ctx.closePath()
}

/** Fills what is clipped with cloth: light from the upper left, folds where the arms begin, dark towards the edge. */
export function fillCloth(ctx: Ctx, { shoulders: s }: Body, cloth: Cloth) {
  ctx.fillStyle = linear(
    ctx,
    [-s - 20, 190, s + 30, 300],
    [0, cloth.light],
    [0.38, cloth.base],
    [1, cloth.dark],
  )
  ctx.fillRect(-400, 60, 800, 500)
  glow(ctx, -s * 0.62, 226, 110, cloth.light, 0.5, 1.3, 0.5)
  soft(ctx, 8, () => {
    ctx.fillStyle = rgba(cloth.dark, 0.3)
    const chest: Points = [
      [20, 280],
      [s * 0.6, 250],
      [s - 20, 290],
      [s * 0.7, 340],
      [40, 420],
    ]
    curve(ctx, chest, { closed: true })
    ctx.fill()
  })
  for (const side of SIDES) armFold(ctx, s, side, cloth)
  ctx.fillStyle = linear(
    ctx,
    [0, 230, 0, 400],
    [0, rgba(cloth.dark, 0)],
    [1, rgba(mix(cloth.dark, '#100c10', 0.55), 0.72)],
  )
  ctx.fillRect(-400, 200, 800, 300)
}

/** Where the sleeve meets the chest: a soft shadow, and a crease that the armpit pulls. */
function armFold(ctx: Ctx, s: number, side: -1 | 1, cloth: Cloth) {
  const dark = mix(cloth.dark, '#100c10', 0.25)
  soft(ctx, 5, () => {
    ctx.fillStyle = rgba(dark, side > 0 ? 0.6 : 0.45)
    const shadow: Points = [
      [side * (s - 40), 292],
      [side * (s - 26), 318],
      [side * (s - 12), 372],
      [side * (s - 8), 470],
      [side * (s - 34), 470],
      [side * (s - 40), 360],
    ]
    curve(ctx, shadow, { closed: true })
    ctx.fill()
  })
  soft(ctx, 1.4, () => {
    ctx.strokeStyle = rgba(dark, 0.55)
    ctx.lineWidth = 2.2
    const crease: Points = [
      [side * (s - 52), 266],
      [side * (s - 40), 296],
      [side * (s - 26), 332],
      [side * (s - 18), 400],
    ]
    curve(ctx, crease)
    ctx.stroke()
  })
}
