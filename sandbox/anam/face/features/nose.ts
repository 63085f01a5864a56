import { rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Place, points, SIDES, sided } from '../draw/geometry'
import type { Head } from '../draw/head'
import { glow, soft } from '../draw/paint'

export function drawNose({ ctx, look, place }: Head) {
  const { skin } = look
  const width = look.nose?.width ?? 1
  const map: Place = (x, y, z = 92) => place(x * width, y, z)
  soft(ctx, 3, () => {
    ctx.fillStyle = rgba(skin.shade, 0.58)
    const shadedSide = points(
      '8,-22,80 7,-4,92 8,18,98 12,36,102 18,44,90 15,50,90 20,30,80 15,4,78 16,-14,76',
    )
    curve(ctx, shadedSide, { closed: true, map })
    ctx.fill()
  })
  soft(ctx, 2.6, () => {
    ctx.fillStyle = rgba(skin.shade, 0.6)
    curve(ctx, points('-12,51,88 0,56,90 16,52,88 8,63,84 -6,62,84'), { closed: true, map })
    ctx.fill()
  })
  const [bridgeX, bridgeY] = map(-3, 8, 100)
  const [tipX, tipY] = map(-2.5, 38, 106)
  glow(ctx, bridgeX, bridgeY, 24, skin.light, 0.7, 0.24, 1.1)
  glow(ctx, tipX, tipY, 11, skin.light, 0.9, 0.9, 0.8)
  glow(ctx, tipX + 2, tipY + 3, 16, skin.blush, 0.18)
  ctx.save()
  ctx.strokeStyle = rgba(skin.deep, 0.72)
  ctx.lineWidth = 1.7
  for (const s of SIDES) {
    ctx.globalAlpha = s > 0 ? 0.85 : 0.5
    curve(ctx, sided(s, '15,36,84 18.5,43,82 16.5,49.5,84 12,50,90'), { map })
    ctx.stroke()
  }
  ctx.globalAlpha = 0.8
  ctx.fillStyle = rgba(skin.deep, 0.9)
  for (const s of SIDES) {
    curve(ctx, sided(s, '3.6,51.6,96 8,48.6,95 12.5,50,92 9,52.6,94'), { closed: true, map })
    ctx.fill()
  }
  ctx.globalAlpha = 0.35
  ctx.lineWidth = 1.4
  curve(ctx, points('-4,52,98 0,54,99 4,52,98'), { map })
  ctx.stroke()
  ctx.restore()
}
