import { lerp, mix } from '../draw/colour'
import { type Ctx, curve } from '../draw/curve'
import { type Place, type Points, pointAt, points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { disc, TAU } from '../draw/paint'
import type { Look } from '../looks/look'
import { noise } from '../motion/noise'
import { foreheadShade } from './hairline'
import type { HairStyle } from './style'

const HAIRLINE = points('-84,-2 -80,-34 -66,-64 -42,-84 -14,-92 16,-92 44,-84 66,-64 79,-34 83,-2')
const OVER_FOREHEAD = points('104,-20 96,-84 50,-120 0,-130 -50,-120 -96,-84 -104,-20')

const clamp = (share: number) => Math.max(0, Math.min(1, share))

/** One small curl; its light comes with where it lies. */
function coil(
  ctx: Ctx,
  hair: Look['hair'],
  [x, y]: readonly [number, number, number?],
  radius: number,
  { light, dark, turn }: { light: number; dark: boolean; turn: number },
) {
  ctx.globalAlpha = 0.38 + 0.35 * light
  ctx.strokeStyle = dark ? hair.dark : mix(hair.base, hair.light, 0.3 + 0.7 * light)
  ctx.lineWidth = 1.7
  ctx.beginPath()
  ctx.arc(x, y, radius, turn * TAU, turn * TAU + 3.4)
  ctx.stroke()
}

function cloudBehind({ ctx, look: { hair }, place }: Head) {
  const map: Place = (x, y) => place(x, y, -10)
  const [cx, cy] = map(0, -50)
  ctx.save()
  ctx.fillStyle = hair.base
  ctx.beginPath()
  ctx.ellipse(cx, cy, 122, 110, 0, 0, TAU)
  ctx.fill()
  for (let i = 0; i < 46; i++) {
    const angle = (i / 46) * TAU
    const across = Math.cos(angle)
    const down = Math.sin(angle)
    const lit = across < 0 && down < 0.2
    ctx.fillStyle = mix(hair.base, lit ? hair.light : hair.dark, 0.16 + 0.12 * noise(5, i))
    const [x, y] = map(across * 123, -46 + down * (down > 0 ? 102 : 110))
    disc(ctx, x, y, 11 + 7 * noise(3, i))
  }
  for (let i = 0; i < 420; i++) {
    const angle = noise(7, i) * TAU
    const far = Math.sqrt(noise(8, i))
    const x = Math.cos(angle) * 127 * far
    const y = -48 + Math.sin(angle) * 115 * far
    coil(ctx, hair, map(x, y), 4 + 5 * noise(9, i), {
      light: clamp(0.55 - x / 230 - (y + 50) / 240),
      dark: noise(10, i) < 0.45,
      turn: noise(11, i),
    })
  }
  ctx.restore()
}

function cloudInFront({ ctx, look: { hair }, place }: Head) {
  const map: Place = (x, y) => place(x, y, 24)
  const edge: Points = [...HAIRLINE, ...OVER_FOREHEAD]
  ctx.save()
  ctx.fillStyle = hair.base
  curve(ctx, edge, { closed: true, map })
  ctx.fill()
  for (let i = 0; i < 40; i++) {
    const along = (i / 39) * (HAIRLINE.length - 1)
    const k = Math.floor(along)
    const [ax, ay] = pointAt(HAIRLINE, k)
    const [bx, by] = pointAt(HAIRLINE, k + 1)
    const [x, y] = map(lerp(ax, bx, along - k) * 1.04, lerp(ay, by, along - k) - 3)
    disc(ctx, x, y, 5 + 3.5 * noise(13, i))
  }
  for (let i = 0; i < 190; i++) {
    const angle = noise(15, i) * 3.5 + Math.PI - 0.18
    const far = 0.84 + 0.44 * noise(16, i)
    const x = Math.cos(angle) * 94 * far
    coil(ctx, hair, map(x, 2 + Math.sin(angle) * 100 * far), 3.5 + 4.5 * noise(17, i), {
      light: clamp(0.5 - x / 220),
      dark: noise(18, i) < 0.4,
      turn: noise(19, i),
    })
  }
  ctx.restore()
}

/** Natural curls. */
export const afro: HairStyle = {
  hidesEars: true,
  back: cloudBehind,
  front(head) {
    foreheadShade(head, points('-80,-10 -66,-60 -20,-86 20,-86 66,-60 80,-10'), 0.55)
    cloudInFront(head)
  },
}
