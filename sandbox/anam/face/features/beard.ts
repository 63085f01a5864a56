import { type Hex, lerp, mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { both, mirror, type Points, points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { glow, linear, soft } from '../draw/paint'
import { noise } from '../motion/noise'
import { halfWidth } from './outline'

export function drawBeard(head: Head) {
  const { ctx, look, place, jaw } = head
  if (!look.beard) return
  const { colour, alpha, grey } = look.beard
  const lit = grey ?? mix(colour, look.hair.light, 0.8)
  const path = () => {
    curve(ctx, beardOutline(head), { closed: true, map: place })
    curve(ctx, mouthHole(head), { closed: true, map: place, from: 'move' })
  }
  ctx.save()
  ctx.globalAlpha = alpha
  soft(ctx, 2, () => {
    ctx.fillStyle = linear(
      ctx,
      [-90, 0, 90, 40],
      [0, mix(colour, lit, 0.3)],
      [0.42, colour],
      [1, mix(colour, '#140c0a', 0.5)],
    )
    path()
    ctx.fill('evenodd')
  })
  ctx.globalAlpha = 1
  path()
  ctx.clip('evenodd')
  if (grey) {
    const [x, y] = place(-4, 112 + jaw, 66)
    glow(ctx, x, y, 46, grey, 0.5, 1.2, 0.6)
  }
  hairs(head, lit, mix(colour, '#120a08', 0.45))
  soft(ctx, 1.6, () => {
    ctx.strokeStyle = rgba(mix(colour, '#120a08', 0.5), 0.5)
    ctx.lineWidth = 2
    curve(ctx, points('0,63,86 0,73,90'), { map: place })
    ctx.stroke()
  })
  ctx.restore()
}

function beardOutline(head: Head): Points {
  const { look, jaw } = head
  const { jaw: jawWidth, chin } = look.face
  const full = look.beard?.full ?? 0
  const w = halfWidth(head)
  const right: Points = [
    [w - 5, -16, 10],
    [w - 0.5, 20, 4],
    [73 * lerp(1, jawWidth, 0.7), 68 + jaw * 0.4, 18],
    [(51 + full * 2) * jawWidth, 103 + jaw * 0.85, 38],
    [27 * chin, 122 + jaw + full * 4, 58],
    [0, 127 + jaw + full * 5, 66],
  ]
  const cheek: Points = [
    [0, 62, 86],
    [9, 60.5, 86],
    [22, 62.5, 82],
    [37, 69 - full * 2, 76],
    [50, 66 - full * 5, 66],
    [62, 50 - full * 4, 50],
    [70, 26, 34],
    [w - 9, 0, 22],
    [w - 9, -18, 14],
  ]
  return [...right, ...mirror(right.slice(0, -1)), ...mirror(cheek), ...cheek.slice(1)]
}

/** Room for the lips, opening with them. */
function mouthHole({ mouth }: Head): Points {
  const down = 20 * mouth.open
  const up = 5 * mouth.open
  const half = 28.5 * (0.3 + 0.7 * mouth.width)
  return both([
    [0, 74.5 - up, 90],
    [14, 73.5 - up, 88],
    [half, 80 - mouth.smile * 2, 80],
    [21, 90 + down, 82],
    [0, 92.5 + down, 88],
  ])
}

/** Short hairs following the jaw. */
function hairs(head: Head, light: Hex, dark: Hex) {
  const { ctx, place, jaw } = head
  const w = halfWidth(head)
  for (let i = 0; i < 420; i++) {
    const across = noise(51, i) * 2 - 1
    const down = noise(52, i)
    const far = Math.abs(across)
    const top = far > 0.82 ? -14 : far > 0.5 ? 40 : 62
    const depth = 84 * Math.sqrt(Math.max(0.02, 1 - across * across)) * (1 - 0.2 * down)
    const y = lerp(top, 128 - far * far * 62, down) + jaw * down
    const [px, py] = place(across * w, y, depth)
    const direction = Math.PI / 2 + across * -0.75 * (0.4 + down)
    const long = 4 + 4 * noise(53, i)
    const dx = Math.cos(direction) * long
    const dy = Math.sin(direction) * long
    const isLit = noise(54, i) < 0.5 - across * 0.35
    ctx.strokeStyle = rgba(isLit ? light : dark, 0.1 + 0.17 * noise(55, i))
    ctx.lineWidth = 0.9 + 0.8 * noise(56, i)
    ctx.beginPath()
    ctx.moveTo(px, py)
    ctx.quadraticCurveTo(px + dx * 0.5 + across, py + dy * 0.5, px + dx, py + dy)
    ctx.stroke()
  }
}
