import { mix, rgba } from '../draw/colour'
import { band } from '../draw/curve'
import { type Place, type Point, type Points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { soft, strands } from '../draw/paint'

export function drawBrows({ ctx, look, surface, brow, attention, blink }: Head) {
  const { colour, weight, arch } = look.brow
  const base = -25.5 - brow * 4.5 + blink * 0.8
  const inner = 1.2 * attention
  const top: Points = [
    [-23.5, base - 1.4 - inner],
    [-19, base - 5.2 - inner],
    [-8, base - 7 - arch * 1.4],
    [7, base - 8 - arch * 2.2],
    [21, base - 3.2 - arch * 1.2],
    [29, base + 4.4],
  ]
  const bottom: Points = [
    [29, base + 4.4],
    [20, base + 0.6 - arch * 1.3],
    [7, base - 3 - arch * 1.8 + weight * 1.3],
    [-8, base - 1.6 - arch * 0.8 + weight * 1.4],
    [-19, base - 0.2 + weight * 1.2 - inner],
    [-23.5, base - 1.4 - inner],
  ]
  const roots = [...bottom].reverse().map(([x, y]): Point => [x - 1, y])
  for (const s of SIDES) {
    const map: Place = (x, y) => surface(s * (37 + x), y, 4)
    ctx.save()
    band(ctx, top, bottom, map)
    soft(ctx, 0.7, () => {
      ctx.fillStyle = rgba(colour, 0.82)
      ctx.fill()
    })
    strands(ctx, roots, top, 5, mix(colour, '#000000', 0.25), {
      width: 0.9,
      alpha: 0.35,
      map,
      seed: 4,
    })
    ctx.restore()
  }
}
