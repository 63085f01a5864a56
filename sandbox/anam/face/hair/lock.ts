import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import type { Place, Points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { linear, strands } from '../draw/paint'

interface LockOptions {
  /** Depth of points that give none. */
  z?: number
  count?: number
  seed?: number
  /** How far the lock lies in shade, 0..1. */
  shade?: number
  width?: number
  map?: Place
  /** Shadow cast on what lies under it. */
  shadow?: number
}

/** One lock of hair: an outline, and flow between pairs of guide curves; lit from the left. */
export function lock(
  head: Head,
  outline: Points,
  guides: readonly (readonly [Points, Points])[],
  { z = 20, count = 16, seed = 2, shade = 0, width = 1.6, map, shadow = 0 }: LockOptions = {},
) {
  const { ctx } = head
  const { hair, skin } = head.look
  const place: Place = map ?? ((x, y, own) => head.place(x, y, own ?? z))
  ctx.save()
  curve(ctx, outline, { closed: true, map: place })
  if (shadow) {
    const scale = ctx.getTransform().a
    ctx.shadowColor = rgba(skin.deep, shadow)
    ctx.shadowBlur = 9 * scale
    ctx.shadowOffsetX = 2 * scale
    ctx.shadowOffsetY = 4 * scale
  }
  ctx.fillStyle = linear(
    ctx,
    [-110, -120, 110, 120],
    [0, mix(hair.base, hair.light, 0.3)],
    [0.45, mix(hair.base, hair.dark, shade)],
    [1, mix(hair.base, hair.dark, 0.5 + shade * 0.4)],
  )
  ctx.fill()
  ctx.shadowColor = 'transparent'
  ctx.clip()
  const few = Math.ceil(count / 3)
  for (const [a, b] of guides) {
    const stroke = (
      n: number,
      colour: typeof hair.base,
      thick: number,
      alpha: number,
      salt: number,
    ) =>
      strands(ctx, a, b, n, colour, { width: width * thick, alpha, map: place, seed: seed + salt })
    stroke(few, hair.dark, 4.2, 0.26, 60)
    stroke(few, hair.light, 3.6, 0.22 - shade * 0.14, 90)
    stroke(count, hair.dark, 0.9, 0.36, 0)
    stroke(count, hair.light, 0.75, 0.42 - shade * 0.26, 31)
  }
  ctx.restore()
}
