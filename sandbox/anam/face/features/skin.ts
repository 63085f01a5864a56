import { rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { points, SIDES } from '../draw/geometry'
import type { Head } from '../draw/head'
import { disc, glow, linear, soft } from '../draw/paint'
import { noise } from '../motion/noise'
import { outline } from './outline'

/** The face without features: form, light from the upper left, shadow planes, blush. */
export function drawSkin(head: Head) {
  const { ctx, place, jaw } = head
  const { skin } = head.look
  curve(ctx, outline(head), { closed: true, map: place })
  ctx.fillStyle = skin.base
  ctx.fill()
  ctx.save()
  ctx.clip()
  const [cx] = place(0, 0, 50)
  ctx.fillStyle = linear(
    ctx,
    [cx - 90, -60, cx + 88, 60],
    [0, rgba(skin.light, 0.95)],
    [0.42, rgba(skin.light, 0.18)],
    [0.62, rgba(skin.shade, 0)],
    [1, rgba(skin.shade, 0.8)],
  )
  ctx.fillRect(-150, -160, 300, 340)
  shadowPlanes(head)
  cheeks(head)
  const forehead = head.surface(-22, -66)
  glow(ctx, forehead[0], forehead[1], 62, skin.light, 0.6, 1.1, 0.7)
  const chin = head.surface(-4, 106 + jaw)
  glow(ctx, chin[0], chin[1], 22, skin.light, 0.4, 1, 0.7)
  for (const s of SIDES) {
    const [x, y] = head.surface(s * 34, -6)
    glow(ctx, x, y, 32, skin.shade, s > 0 ? 0.5 : 0.34, 1.1, 0.72)
  }
  if (head.look.freckles) freckles(head)
  ctx.restore()
}

/** Temple, under the cheekbone, jaw. */
function shadowPlanes({ ctx, place, jaw, look: { skin } }: Head) {
  const temple = points(
    '96,-110 62,-80 66,-30 70,8 62,34 44,58 40,84 22,112 -10,122 -34,118 -30,150 120,150 110,0',
  )
  soft(ctx, 7, () => {
    ctx.fillStyle = rgba(skin.shade, 0.62)
    curve(ctx, temple, {
      closed: true,
      map: (x, y) => place(x, y + (y > 50 ? jaw * 0.8 : 0), 30),
    })
    ctx.fill()
    ctx.fillStyle = rgba(skin.shade, 0.3)
    curve(ctx, points('-90,20 -66,44 -52,76 -44,110 -80,120'), { closed: true, map: place })
    ctx.fill()
  })
}

/** Cheeks rise and round with a wide mouth or a smile, and hollow when the lips pucker or the jaw drops. */
function cheeks({ ctx, surface, mouth, jaw, look: { skin } }: Head) {
  const lift = Math.max(0, mouth.width - 1) * 26 + Math.max(0, mouth.corners - 1) * 4
  const hollow = mouth.pucker * 0.5 + mouth.open * 0.35
  for (const s of SIDES) {
    const [x, y] = surface(s * (45 + lift * 0.4), 35 - lift)
    glow(ctx, x, y, 35 + lift, skin.blush, 0.34 + lift * 0.02)
    if (s < 0) glow(ctx, x - 4, y - 14, 26 + lift, skin.light, 0.55 + lift * 0.04, 1.2, 0.6)
    if (lift > 0.5) {
      const [fx, fy] = surface(s * 40, 55 - lift * 0.4)
      glow(ctx, fx, fy, 17, skin.shade, 0.04 * lift, 1.3, 0.5)
    }
    const [hx, hy] = surface(s * 50, 68 + jaw * 0.5)
    glow(ctx, hx, hy, 26, skin.shade, 0.6 * hollow, 0.7, 1.1)
  }
}

function freckles({ ctx, surface }: Head) {
  for (let i = 0; i < 46; i++) {
    const s = i % 2 ? 1 : -1
    const t = noise(71, i)
    const [x, y] = surface(s * (10 + 46 * t), 18 + 20 * noise(72, i) + 12 * t)
    ctx.fillStyle = rgba('#b5683f', 0.16 + 0.3 * noise(73, i))
    disc(ctx, x, y, 0.7 + 0.9 * noise(74, i))
  }
}
