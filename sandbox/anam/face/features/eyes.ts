import { type Hex, lerp, mix, rgba } from '../draw/colour'
import { band, curve } from '../draw/curve'
import { type Place, type Point, type Points, pointAt, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { soft } from '../draw/paint'
import { drawEyeball } from './eyeball'

/** Outlines of one eye; local x: negative is the inner corner. */
export interface EyeShape {
  upper: Points
  lower: Points
  crease: Points
}

export function drawEyes(head: Head) {
  const shape = eyeShape(head)
  for (const s of SIDES) {
    const map: Place = (x, y) => head.surface(s * (37 + x), y)
    drawLid(head, shape, map, s > 0)
    if (head.blink < 0.95) drawEyeball(head, shape, map)
    else {
      band(head.ctx, shape.upper, shape.lower, map)
      head.ctx.fillStyle = mix(head.look.skin.base, head.look.skin.shade, 0.3)
      head.ctx.fill()
    }
    drawLashes(head, shape, map)
  }
}

/** Lids meet below the middle; half-way, the upper lid keeps its arch and the lower one rises, as in a real blink. */
function eyeShape({ look, blink, attention }: Head): EyeShape {
  const tilt = look.eye.tilt ?? 0.6
  const open = look.eye.open * 0.93
  const lower = 0.84 - 0.12 * attention + 0.12 * Math.sin(blink * Math.PI)
  const opened: Points = [
    [-19, 3.2],
    [-13, -4.6 * open],
    [-2, -10.6 * open],
    [10, -8.8 * open],
    [20.5, -0.8 - tilt],
  ]
  const shut: Points = [
    [-19, 3.6],
    [-12, 6.2],
    [0, 8.2],
    [12, 6.4],
    [20.5, 1.2 - tilt],
  ]
  return {
    upper: opened.map(([x, y], i): Point => {
      const [toX, toY] = pointAt(shut, i)
      return [lerp(x, toX, blink), lerp(y, toY, blink)]
    }),
    lower: [
      [20.5, -0.8 - tilt + blink * 2],
      [12, 6.2 * lower + blink * 0.6],
      [0, 8.6 * lower + blink * 0.4],
      [-12, 6.6 * lower],
      [-19, 3.4],
    ],
    crease: [
      [-17, -2 - 2 * open],
      [-10, -10 * open + blink * 3],
      [0, -16 * open + blink * 4],
      [12, -14.5 * open + blink * 4],
      [23, -5 - tilt + blink * 2],
    ],
  }
}

/** Skin between the crease and the lashes. */
function drawLid({ ctx, look, blink }: Head, eye: EyeShape, map: Place, shaded: boolean) {
  const { skin } = look
  ctx.save()
  band(ctx, eye.crease, [...eye.upper].reverse(), map)
  const tone: Hex = shaded ? mix(skin.base, skin.shade, 0.5) : mix(skin.base, skin.blush, 0.25)
  ctx.fillStyle = rgba(tone, 0.5 + 0.3 * blink)
  ctx.fill()
  if (look.eye.lash > 0.6) {
    ctx.fillStyle = rgba(mix(skin.shade, skin.deep, 0.4), 0.22)
    ctx.fill()
  }
  ctx.strokeStyle = rgba(skin.deep, 0.55 * (look.eye.fold ?? 1))
  ctx.lineWidth = 1.5
  curve(ctx, eye.crease.slice(1), { map })
  ctx.stroke()
  ctx.restore()
}

/** A tapered crescent with a small flick where lashes are strong; a faint line below. */
function drawLashes({ ctx, look, blink }: Head, { upper, lower }: EyeShape, map: Place) {
  const { lash } = look.eye
  const dark = mix(look.brow.colour, '#0d0808', 0.7)
  const flick = lash > 0.6 ? 4.5 * lash : 1.2
  const lift = lerp(-2.6, 2, blink) * Math.min(1, lash)
  const thickness = [0, 1.2, 1.6 + lash * 1.2, 1.8 + lash * 1.5, -lift]
  const top = upper.map(([x, y], i): Point => {
    const outward = i === 4 ? flick : i === 3 ? 0.5 : 0
    return [x + outward, y - (thickness[i] ?? 0)]
  })
  const root = [...upper].reverse().map(([x, y]): Point => [x, y + 0.5])
  ctx.fillStyle = dark
  band(ctx, top, root, map)
  ctx.fill()
  ctx.strokeStyle = rgba(mix(look.skin.deep, dark, 0.3), blink > 0.9 ? 0.25 : 0.5)
  ctx.lineWidth = 1.1
  curve(ctx, lower.slice(0, 4), { map })
  ctx.stroke()
  ctx.strokeStyle = rgba(look.skin.shade, 0.5)
  ctx.lineWidth = 1.5
  soft(ctx, 0.8, () => {
    curve(
      ctx,
      [
        [-13, 12],
        [0, 14.5],
        [13, 11.5],
      ],
      { map },
    )
    ctx.stroke()
  })
}
