import { mix } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Place, points } from '../draw/geometry'
import { disc, linear, soft, TAU } from '../draw/paint'
import { noise } from '../motion/noise'
import { foreheadShade } from './hairline'
import type { HairStyle } from './style'

const CAP = points(
  '-82,2 -90,-40 -84,-90 -52,-128 0,-140 52,-128 84,-90 90,-40 82,2 77,-14 74,-48 62,-74 50,-80 28,-92 0,-95 -28,-92 -50,-80 -62,-74 -74,-48 -77,-14',
)

/** Close-cropped curls. */
export const cropped: HairStyle = {
  back({ ctx, look: { hair }, place }) {
    for (let i = 0; i < 34; i++) {
      const angle = Math.PI + (i / 33) * Math.PI
      const [x, y] = place(Math.cos(angle) * 86, -42 + Math.sin(angle) * 92, 0)
      ctx.fillStyle = mix(hair.base, hair.dark, 0.2 + 0.4 * (i / 33))
      disc(ctx, x, y, 7 + 3 * noise(31, i))
    }
  },
  front(head) {
    const { ctx, look, place } = head
    const { hair } = look
    const map: Place = (x, y) => place(x, y, 18)
    foreheadShade(head, points('-80,-40 -68,-72 -30,-88 30,-88 68,-72 80,-40'), 0.35)
    ctx.save()
    soft(ctx, 2.2, () => {
      ctx.fillStyle = linear(
        ctx,
        [-90, -120, 90, 0],
        [0, mix(hair.base, hair.light, 0.45)],
        [0.5, hair.base],
        [1, hair.dark],
      )
      curve(ctx, CAP, { closed: true, map })
      ctx.fill()
    })
    // Curls over the whole cap; those at its edge reach past it, for a hairline is never a clean cut.
    for (let i = 0; i < 620; i++) {
      const x = -90 + 180 * noise(41, i)
      const y = -140 + 136 * noise(42, i)
      const across = Math.abs(x) / 90
      const outside = across ** 2 + ((y + 40) / 100) ** 2 > 1.06 && y < -40
      const onForehead = (x / 78) ** 2 + ((y - 4) / 99) ** 2 < 0.93
      if (outside || onForehead) continue
      const [px, py] = map(x, y)
      ctx.globalAlpha = 0.22 + 0.26 * Math.max(0, 0.6 - x / 200)
      ctx.strokeStyle = noise(43, i) < 0.5 ? hair.dark : hair.light
      ctx.lineWidth = 1.3
      const turn = noise(44, i) * TAU
      ctx.beginPath()
      ctx.arc(px, py, 1.8 + 2 * noise(45, i), turn, turn + 3.4)
      ctx.stroke()
    }
    ctx.restore()
  },
}
