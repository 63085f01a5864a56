import { lerp, mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Points, pointAt } from '../draw/geometry'
import type { Head } from '../draw/head'
import { soft } from '../draw/paint'
import { outline } from '../features/outline'
import { noise } from '../motion/noise'

/** Fine hairs along an edge of the hair, so that it grows out of the skin and does not look cut out. */
export function wisps(
  head: Head,
  edge: Points,
  lean: number,
  { count = 90, long = 9, seed = 61, lit = 0.4 } = {},
) {
  const { ctx, place } = head
  const { hair } = head.look
  ctx.save()
  ctx.lineCap = 'round'
  for (let i = 0; i < count; i++) {
    const along = noise(seed, i) * (edge.length - 1.01)
    const k = Math.floor(along)
    const [ax, ay] = pointAt(edge, k)
    const [bx, by] = pointAt(edge, k + 1)
    const x = lerp(ax, bx, along - k)
    const y = lerp(ay, by, along - k) + 3.5 * noise(seed + 1, i)
    const length = long * (1 + noise(seed + 2, i))
    const [rootX, rootY] = place(x, y, 22)
    const [tipX, tipY] = place(x + lean * length + x * 0.05, y - length, 18)
    const isLit = noise(seed + 3, i) < lit
    ctx.strokeStyle = rgba(
      isLit ? hair.light : mix(hair.base, hair.dark, 0.3),
      0.3 + 0.3 * noise(seed + 4, i),
    )
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.moveTo(rootX, rootY)
    ctx.quadraticCurveTo(rootX - 1, (rootY + tipY) / 2, tipX, tipY)
    ctx.stroke()
  }
  ctx.restore()
}

/** A band of light on the hair. */
export function sheen({ ctx, look, place }: Head, list: Points, width: number, alpha: number) {
  soft(ctx, width * 0.35, () => {
    ctx.strokeStyle = rgba(look.hair.light, alpha)
    ctx.lineWidth = width
    curve(ctx, list, { map: (x, y) => place(x, y, 20) })
    ctx.stroke()
  })
}

/** The shadow that the hair casts on the forehead. */
export function foreheadShade(head: Head, list: Points, alpha = 0.5) {
  const { ctx, place } = head
  const { skin } = head.look
  ctx.save()
  curve(ctx, outline(head), { closed: true, map: place })
  ctx.clip()
  soft(ctx, 5, () => {
    ctx.strokeStyle = rgba(mix(skin.shade, skin.deep, 0.4), alpha)
    ctx.lineWidth = 16
    curve(ctx, list, { map: (x, y) => place(x, y, 40) })
    ctx.stroke()
  })
  ctx.restore()
}

/** The skin under the first rows of hair: an edge that fades instead of ending. */
export function softRoots(head: Head, edge: Points, width: number, alpha = 0.5) {
  const { ctx, place } = head
  const { hair } = head.look
  soft(ctx, width * 0.5, () => {
    ctx.strokeStyle = rgba(mix(hair.base, hair.dark, 0.2), alpha)
    ctx.lineWidth = width
    curve(ctx, edge, { map: (x, y) => place(x, y, 24) })
    ctx.stroke()
  })
}
