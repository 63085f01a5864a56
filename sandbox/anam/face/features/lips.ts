import { mix, rgba } from '../draw/colour'
import { band, curve } from '../draw/curve'
import { type Place, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { glow, linear } from '../draw/paint'
import { LIP_LINE, type LipShape, lipShape } from './lip-shape'
import { drawMouthInside } from './mouth-inside'

export function drawLips(head: Head) {
  const { mouth, look, surface } = head
  const lips = lipShape(head)
  const map: Place = (x, y) => surface(x, y, 4 + mouth.pucker * 7)
  const closed = mouth.open <= 0.04 && mouth.tuck === 0
  shadeAround(head, lips, map)
  if (!closed) drawMouthInside(head, lips, map)
  // Lipstick would not suit a beard or a short cut: those lips stay near the skin.
  const bare =
    look.beard !== undefined || look.hair.style === 'swept' || look.hair.style === 'textured'
  drawUpperLip(head, lips, map, bare)
  drawLowerLip(head, lips, map, bare)
  if (closed) drawLipLine(head, lips, map)
  drawCorners(head, lips, map)
}

function shadeAround({ ctx, look: { skin } }: Head, lips: LipShape, map: Place) {
  const [x, y] = map(0, lips.down + lips.lowerLip + 7)
  glow(ctx, x + 2, y, 20, skin.shade, 0.75, 1, 0.42)
  for (const s of SIDES) {
    const [cornerX, cornerY] = map(s * (lips.half + 3), lips.corner)
    glow(ctx, cornerX, cornerY, 9, skin.shade, 0.55)
  }
  const [grooveX, grooveY] = map(0, 66 - (LIP_LINE - lips.up) * 0.5)
  glow(ctx, grooveX, grooveY, 9, skin.shade, 0.3, 0.6, 1)
}

function drawUpperLip({ ctx, look: { skin } }: Head, lips: LipShape, map: Place, bare: boolean) {
  ctx.fillStyle = mix(skin.lip, skin.deep, bare ? 0.12 : 0.2)
  band(ctx, lips.outerUpper, [...lips.innerUpper].reverse(), map)
  ctx.fill()
}

function drawLowerLip({ ctx, look: { skin } }: Head, lips: LipShape, map: Place, bare: boolean) {
  const tone = bare ? mix(skin.lip, skin.base, 0.35) : mix(skin.lip, skin.light, 0.12)
  const [, top] = map(0, lips.down)
  const [, bottom] = map(0, lips.down + lips.lowerLip)
  ctx.save()
  band(ctx, lips.outerLower, [...lips.innerLower].reverse(), map)
  ctx.fillStyle = linear(
    ctx,
    [0, top, 0, bottom + 1],
    [0, mix(tone, skin.deep, 0.12)],
    [0.4, tone],
    [1, mix(tone, skin.shade, 0.45)],
  )
  ctx.fill()
  ctx.clip()
  const [x, y] = map(-5, lips.down + lips.lowerLip * 0.48 + 1)
  glow(ctx, x, y, 11, mix(skin.light, '#ffffff', 0.4), bare ? 0.3 : 0.5, 1.1, 0.34)
  ctx.restore()
}

function drawLipLine({ ctx, look: { skin } }: Head, { half, corner }: LipShape, map: Place) {
  ctx.strokeStyle = rgba(mix(skin.deep, '#3a0f14', 0.5), 0.85)
  ctx.lineWidth = 1.8
  curve(
    ctx,
    [
      [-half - 0.5, corner],
      [-half * 0.55, LIP_LINE - 0.4],
      [-5, LIP_LINE + 0.7],
      [0, LIP_LINE + 1.5],
      [5, LIP_LINE + 0.7],
      [half * 0.55, LIP_LINE - 0.4],
      [half + 0.5, corner],
    ],
    { map },
  )
  ctx.stroke()
}

function drawCorners({ ctx, look: { skin } }: Head, { half, corner }: LipShape, map: Place) {
  ctx.strokeStyle = rgba(skin.deep, 0.55)
  ctx.lineWidth = 1.6
  for (const s of SIDES) {
    curve(
      ctx,
      [
        [s * (half - 1), corner + 0.4],
        [s * (half + 2.6), corner - 1.4],
      ],
      { map },
    )
    ctx.stroke()
  }
}
