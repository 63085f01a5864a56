import { curve } from '../draw/curve'
import { type Points, points, SIDES, sided } from '../draw/geometry'
import type { Head } from '../draw/head'
import { soft } from '../draw/paint'

/** The lines that years draw: beside the mouth, under and beside the eyes, on the forehead. */
export function drawLines({ ctx, surface, look, jaw, mouth }: Head) {
  if (look.age === 0) return
  const wide = (mouth.width - 1) * 16
  ctx.save()
  ctx.strokeStyle = look.skin.deep
  ctx.lineWidth = 1.7
  const line = (list: Points, alpha: number) => {
    ctx.globalAlpha = alpha * look.age
    curve(ctx, list, { map: (x, y) => surface(x, y) })
    ctx.stroke()
  }
  soft(ctx, 0.7, () => {
    for (const s of SIDES) {
      line(
        [
          [s * 21, 44],
          [s * (32 + wide * 0.6), 58],
          [s * (37 + wide), 74 + jaw * 0.4],
        ],
        0.3,
      )
      line(sided(s, '22,15 34,19.5 47,15'), 0.22)
      line(sided(s, '61,-2 67,-6'), 0.4)
      line(sided(s, '61,3 68,4'), 0.36)
      line(sided(s, '60,8 66,12'), 0.26)
    }
    line(points('-34,-58 0,-62 34,-57'), 0.2)
    line(points('-30,-70 0,-74 30,-69'), 0.16)
  })
  ctx.restore()
}
