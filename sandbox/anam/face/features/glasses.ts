import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Place, type Points, points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { linear, soft } from '../draw/paint'
import { halfWidth } from './outline'

const LENSES: Record<'round' | 'square' | 'cat', Points> = {
  round: points('-25,0 -17,-18 0,-24 17,-18 25,0 17,18 0,24 -17,18'),
  square: points('-27,-10 -22,-19 0,-21 22,-20 28,-12 26,8 16,19 -10,19 -24,10'),
  cat: points('-24,-4 -18,-14 4,-17 25,-19 31,-13 27,8 13,19 -8,19 -22,9'),
}

/** Frame, glass and arms; `underHair` when hair covers the ears that the arms rest on. */
export function drawGlasses(head: Head, underHair: boolean) {
  const { ctx, surface, place, look } = head
  if (!look.glasses) return
  const { kind, colour } = look.glasses
  const lens = LENSES[kind]
  ctx.save()
  for (const s of SIDES) {
    const map: Place = (x, y) => surface(s * (38 + x), y + 2, 9)
    ctx.save()
    ctx.translate(1.5, 3.5)
    ctx.strokeStyle = rgba(look.skin.deep, 0.32)
    ctx.lineWidth = 4
    soft(ctx, 1.6, () => {
      curve(ctx, lens, { closed: true, map })
      ctx.stroke()
    })
    ctx.restore()
    glass(head, s * 38, () => curve(ctx, lens, { closed: true, map }))
    ctx.strokeStyle = rgba(colour, 0.95)
    ctx.lineWidth = kind === 'round' ? 3 : 4
    curve(ctx, lens, { closed: true, map })
    ctx.stroke()
    ctx.strokeStyle = rgba(mix(colour, '#ffffff', 0.55), 0.6)
    ctx.lineWidth = 0.9
    curve(ctx, lens.slice(0, 4), { map })
    ctx.stroke()
    ctx.strokeStyle = colour
    ctx.lineWidth = 3
    const [hingeX, hingeY] = surface(s * 64, -6, 9)
    const [earX, earY] = place(s * (underHair ? 74 : halfWidth(head) + 1), -9, 2)
    ctx.beginPath()
    ctx.moveTo(hingeX, hingeY)
    ctx.lineTo(earX, earY)
    ctx.stroke()
  }
  ctx.strokeStyle = colour
  ctx.lineWidth = 3.2
  curve(ctx, points('-13.5,-1 -6,-5.5 6,-5.5 13.5,-1'), { map: (x, y) => surface(x, y, 12) })
  ctx.stroke()
  ctx.restore()
}

/** A slight reflection of the light in the glass. */
function glass({ ctx, surface }: Head, middle: number, lensPath: () => void) {
  lensPath()
  ctx.save()
  ctx.clip()
  const [x, y] = surface(middle, 2, 9)
  ctx.fillStyle = linear(
    ctx,
    [x - 24, y - 24, x + 10, y + 14],
    [0, 'rgba(255,255,255,0.26)'],
    [0.42, 'rgba(255,255,255,0.06)'],
    [1, 'rgba(255,255,255,0.03)'],
  )
  ctx.fillRect(x - 50, y - 40, 100, 80)
  ctx.restore()
}
