import { rgba } from '../draw/colour'
import { type Ctx, curve } from '../draw/curve'
import type { Point, Points } from '../draw/geometry'
import { linear, shadowed } from '../draw/paint'
import type { Cloth, Look } from '../looks/look'
import { fillCloth, torso } from './torso'

type Body = Look['body']

/** Cloth inside a path, with a fine edge where `edge` gives it an opacity. */
export function piece(ctx: Ctx, body: Body, cloth: Cloth, path: () => void, edge = 0) {
  ctx.save()
  path()
  ctx.save()
  ctx.clip()
  fillCloth(ctx, body, cloth)
  ctx.restore()
  if (edge) {
    path()
    ctx.strokeStyle = rgba(cloth.dark, edge)
    ctx.lineWidth = 1.2
    ctx.stroke()
  }
  ctx.restore()
}

/** Knitted ribs: fine lines between two edges, each a function of 0..1. */
export function ribs(
  ctx: Ctx,
  cloth: Cloth,
  [top, bottom]: readonly [(t: number) => Point, (t: number) => Point],
  count: number,
) {
  ctx.strokeStyle = rgba(cloth.dark, 0.32)
  ctx.lineWidth = 1.1
  for (let i = 0; i <= count; i++) {
    const [fromX, fromY] = top(i / count)
    const [toX, toY] = bottom(i / count)
    ctx.beginPath()
    ctx.moveTo(fromX, fromY)
    ctx.lineTo(toX, toY)
    ctx.stroke()
  }
}

/** A round neckline. */
export const crewNeck = ({ neck: n }: Body): Points => [
  [-n - 20, 172],
  [-n - 6, 190],
  [-n / 2, 207],
  [0, 213],
  [n / 2, 207],
  [n + 6, 190],
  [n + 20, 172],
]

/** A top with a round, ribbed collar. */
export function tee(ctx: Ctx, body: Body, cloth: Cloth) {
  piece(ctx, body, cloth, () => torso(ctx, body, crewNeck(body)))
  const arc =
    (y: number, half: number, drop: number) =>
    (t: number): Point => {
      const across = (t - 0.5) * 2
      return [across * half, y + drop * (1 - across * across)]
    }
  const half = body.neck + 18
  const top = arc(172, half, 36)
  const bottom = arc(181.4, half + 8, 40)
  const along = (edge: (t: number) => Point) => Array.from({ length: 9 }, (_, i) => edge(i / 8))
  const path = () => {
    curve(ctx, along(top))
    curve(ctx, along(bottom).reverse(), { from: 'join' })
    ctx.closePath()
  }
  shadowed(ctx, 0.25, () => {
    path()
    ctx.fillStyle = linear(
      ctx,
      [-60, 0, 70, 0],
      [0, cloth.light],
      [0.5, cloth.base],
      [1, cloth.dark],
    )
    ctx.fill()
  })
  ctx.save()
  path()
  ctx.clip()
  ribs(ctx, cloth, [top, bottom], 34)
  ctx.restore()
}
