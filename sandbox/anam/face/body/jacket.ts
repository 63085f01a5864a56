import { mix, rgba } from '../draw/colour'
import { type Ctx, curve } from '../draw/curve'
import type { Points, Side } from '../draw/geometry'
import type { Head } from '../draw/head'
import { linear, shadowed } from '../draw/paint'
import type { Look } from '../looks/look'
import { piece, tee } from './garment'

type JacketKind = 'blazer' | 'overshirt' | 'cardigan'

/** Half the opening at the hem. */
const GAP: Record<JacketKind, number> = { blazer: 10, overshirt: 34, cardigan: 30 }

/** Something open over a plain top. */
export const jacket = (kind: JacketKind) => (head: Head) => {
  const { ctx, look } = head
  const { inner } = look.outfit
  tee(ctx, look.body, {
    base: inner,
    light: mix(inner, '#ffffff', 0.6),
    dark: mix(inner, '#6d5b58', 0.5),
  })
  panel(ctx, look, kind, 1)
  panel(ctx, look, kind, -1)
}

function panel(ctx: Ctx, { body, outfit }: Look, kind: JacketKind, s: Side) {
  const { neck: n, shoulders } = body
  const gap = GAP[kind]
  const front: Points = [
    [s * (n + 15), 166],
    [s * (n + 15), 166],
    [s * (shoulders - 72), 205],
    [s * (shoulders - 22), 226],
    [s * (shoulders + 14), 258],
    [s * (shoulders + 35), 302],
    [s * (shoulders + 46), 374],
    [s * (shoulders + 50), 480],
    [s * (shoulders + 50), 480],
    [s * gap, 480],
    [s * gap, 480],
    [s * (gap + 6), 350],
    [s * (n + 6), 240],
  ]
  const path = () => curve(ctx, front, { closed: true })
  shadowed(ctx, 0.4, () => {
    path()
    ctx.fillStyle = outfit.base
    ctx.fill()
  })
  piece(ctx, body, outfit, path, 0.25)
  const lit = s < 0
  const collar = () => curve(ctx, LAPELS[kind](s, n, gap), { closed: true })
  shadowed(ctx, 0.35, () => {
    collar()
    ctx.fillStyle = linear(
      ctx,
      [s * n, 160, s * (n + 50), 330],
      [0, lit ? mix(outfit.base, outfit.light, 0.8) : mix(outfit.base, outfit.dark, 0.15)],
      [1, lit ? mix(outfit.base, outfit.light, 0.1) : mix(outfit.base, outfit.dark, 0.55)],
    )
    ctx.fill()
  })
  ctx.strokeStyle = rgba(outfit.light, lit ? 0.5 : 0.22)
  ctx.lineWidth = 1
  collar()
  ctx.stroke()
}

const LAPELS: Record<JacketKind, (s: Side, n: number, gap: number) => Points> = {
  blazer: (s, n) => [
    [s * (n + 13), 160],
    [s * (n + 13), 160],
    [s * (n + 36), 184],
    [s * (n + 56), 232],
    [s * (n + 56), 232],
    [s * (n + 40), 240],
    [s * (n + 40), 240],
    [s * (n + 62), 256],
    [s * (n + 62), 256],
    [s * (n + 30), 330],
    [s * 14, 440],
    [s * 14, 440],
    [s * 20, 330],
    [s * (n - 2), 230],
  ],
  cardigan: (s, n, gap) => [
    [s * (n + 13), 160],
    [s * (n + 13), 160],
    [s * (n + 32), 180],
    [s * (n + 30), 250],
    [s * (gap + 24), 350],
    [s * (gap + 20), 480],
    [s * (gap + 20), 480],
    [s * gap, 480],
    [s * gap, 480],
    [s * (gap + 4), 350],
    [s * (n + 4), 236],
  ],
  overshirt: (s, n) => [
    [s * (n + 10), 152],
    [s * (n + 10), 152],
    [s * (n + 40), 184],
    [s * (n + 52), 236],
    [s * (n + 52), 236],
    [s * (n + 12), 262],
    [s * (n + 12), 262],
    [s * (n + 2), 210],
  ],
}
