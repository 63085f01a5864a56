import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Place, type Points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { soft } from '../draw/paint'
import { halfWidth } from './outline'

export function drawEars(head: Head) {
  const { ctx, place } = head
  const { skin } = head.look
  const w = halfWidth(head)
  const map: Place = (x, y) => place(x, y, -16)
  for (const s of SIDES) {
    const ear: Points = [
      [s * (w - 6), -14],
      [s * (w + 6), -24],
      [s * (w + 16), -14],
      [s * (w + 14), 10],
      [s * (w + 8), 30],
      [s * (w + 1), 42],
      [s * (w - 7), 36],
    ]
    const fold: Points = [
      [s * (w + 1), -12],
      [s * (w + 9), -14],
      [s * (w + 10), 4],
      [s * (w + 4), 20],
    ]
    curve(ctx, ear, { closed: true, map })
    ctx.fillStyle = s < 0 ? mix(skin.base, skin.blush, 0.12) : mix(skin.shade, skin.blush, 0.2)
    ctx.fill()
    ctx.save()
    ctx.clip()
    ctx.strokeStyle = rgba(skin.deep, 0.5)
    ctx.lineWidth = 2.4
    soft(ctx, 0.9, () => {
      curve(ctx, fold, { map })
      ctx.stroke()
    })
    ctx.restore()
  }
}
