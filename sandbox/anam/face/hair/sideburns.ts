import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Place, type Points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { soft } from '../draw/paint'
import { noise } from '../motion/noise'

/** Short hair in front of the ears, thinning out downwards to `end`. */
export function sideburns(head: Head, end: number) {
  const { ctx } = head
  const { hair } = head.look
  const map: Place = (x, y) => head.place(x, y, 6)
  const width = head.look.face.width
  for (const s of SIDES) {
    const shape: Points = [
      [s * 66 * width, -84],
      [s * 88 * width, -82],
      [s * 90 * width, -42],
      [s * 86 * width, -10],
      [s * 83 * width, end],
      [s * 79 * width, end - 4],
      [s * 76 * width, -18],
      [s * 71 * width, -48],
    ]
    const base = s < 0 ? hair.base : mix(hair.base, hair.dark, 0.4)
    soft(ctx, 2.4, () => {
      ctx.fillStyle = rgba(base, 0.94)
      curve(ctx, shape, { closed: true, map })
      ctx.fill()
    })
    ctx.lineCap = 'round'
    for (let i = 0; i < 90; i++) {
      const down = noise(81, i)
      const y = -80 + (end + 84) * down
      const inner = 68 + 9 * Math.min(1, (y + 84) / 70)
      const x = (inner + (88 - inner) * noise(82, i)) * width
      const [fromX, fromY] = map(s * x, y)
      const [toX, toY] = map(s * (x + 2 * noise(83, i)), y + 7 + 5 * noise(84, i))
      ctx.strokeStyle = rgba(noise(85, i) < 0.45 ? hair.light : hair.dark, 0.4 * (1.1 - down))
      ctx.lineWidth = 1
      ctx.beginPath()
      ctx.moveTo(fromX, fromY)
      ctx.lineTo(toX, toY)
      ctx.stroke()
    }
  }
}
