import { SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { disc, TAU } from '../draw/paint'
import { halfWidth } from './outline'

export function drawEarrings(head: Head) {
  const { ctx, place } = head
  const { earrings } = head.look
  if (!earrings) return
  for (const s of SIDES) {
    const [x, y] = place(s * (halfWidth(head) + 3), 44, -14)
    ctx.fillStyle = earrings.colour
    if (earrings.kind === 'stud') {
      disc(ctx, x - s, y - 6, 3.4)
      continue
    }
    disc(ctx, x, y, 3)
    ctx.beginPath()
    ctx.ellipse(x, y + 17, 6, 11, 0, 0, TAU)
    ctx.fill()
    ctx.fillStyle = 'rgba(255,255,255,0.45)'
    ctx.beginPath()
    ctx.ellipse(x - 1.8, y + 14, 1.6, 4, 0, 0, TAU)
    ctx.fill()
  }
}
