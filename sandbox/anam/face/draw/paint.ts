import { noise } from '../motion/noise'
import { type Hex, lerp, rgba } from './colour'
import { type Ctx, curve } from './curve'
import { type Place, type Point, type Points, pointAt } from './geometry'

export const TAU = Math.PI * 2

/** A soft round light (or shade) that fades out at its radius; `sx`, `sy` squeeze it. */
export function glow(
  ctx: Ctx,
  x: number,
  y: number,
  radius: number,
  colour: Hex,
  alpha: number,
  sx = 1,
  sy = 1,
) {
  const fade = ctx.createRadialGradient(0, 0, 0, 0, 0, radius)
  fade.addColorStop(0, rgba(colour, alpha))
  fade.addColorStop(0.5, rgba(colour, alpha * 0.45))
  fade.addColorStop(1, rgba(colour, 0))
  ctx.save()
  ctx.translate(x, y)
  ctx.scale(sx, sy)
  ctx.fillStyle = fade
  ctx.fillRect(-radius, -radius, 2 * radius, 2 * radius)
  ctx.restore()
}

/** Gradient along a line, from stops of position and colour. */
export function linear(
  ctx: Ctx,
  [x0, y0, x1, y1]: readonly [number, number, number, number],
  ...stops: readonly (readonly [at: number, colour: string])[]
) {
  const gradient = ctx.createLinearGradient(x0, y0, x1, y1)
  for (const [at, colour] of stops) gradient.addColorStop(at, colour)
  return gradient
}

/** Draws with blurred edges; the radius is in the design's units. */
export function soft(ctx: Ctx, radius: number, draw: () => void) {
  const scale = Math.abs(ctx.getTransform().a)
  ctx.save()
  ctx.filter = `blur(${Math.max(0.4, radius * scale).toFixed(2)}px)`
  draw()
  ctx.restore()
}

/** Draws with a cast shadow. */
export function shadowed(ctx: Ctx, alpha: number, draw: () => void) {
  const scale = ctx.getTransform().a
  ctx.save()
  ctx.shadowColor = `rgba(20,10,14,${alpha})`
  ctx.shadowBlur = 10 * scale
  ctx.shadowOffsetX = 3 * scale
  ctx.shadowOffsetY = 4 * scale
  draw()
  ctx.restore()
}

export function disc(ctx: Ctx, x: number, y: number, radius: number) {
  ctx.beginPath()
  ctx.arc(x, y, radius, 0, TAU)
  ctx.fill()
}

interface StrandOptions {
  width?: number
  alpha?: number
  map?: Place | undefined
  seed?: number
}

/** Hair flow: `count` strokes spread between two guide curves of equally many points. */
export function strands(
  ctx: Ctx,
  first: Points,
  last: Points,
  count: number,
  colour: Hex,
  { width = 1.4, alpha = 0.5, map, seed = 1 }: StrandOptions = {},
) {
  ctx.save()
  ctx.lineCap = 'round'
  ctx.strokeStyle = colour
  for (let i = 0; i < count; i++) {
    const t = (i + 0.2 + 0.6 * noise(seed, i)) / count
    const strand = first.map(([x, y, z = 0], k): Point => {
      const [toX, toY, toZ = 0] = pointAt(last, k)
      return [lerp(x, toX, t), lerp(y, toY, t), lerp(z, toZ, t)]
    })
    ctx.globalAlpha = alpha * (0.45 + 0.55 * noise(seed + 5, i))
    ctx.lineWidth = width * (0.6 + 0.8 * noise(seed + 9, i))
    curve(ctx, strand, { map })
    ctx.stroke()
  }
  ctx.restore()
}
