import { band, curve } from '../draw/curve'
import type { Place } from '../draw/geometry'
import type { Head } from '../draw/head'
import { linear, soft, TAU } from '../draw/paint'
import { LIP_LINE, type LipShape } from './lip-shape'

/** What an open mouth shows: dark, tongue, teeth. */
export function drawMouthInside(head: Head, lips: LipShape, map: Place) {
  const { ctx, mouth } = head
  const [x, top] = map(0, lips.up)
  const [, bottom] = map(0, lips.down)
  const height = Math.max(2, bottom - top)
  ctx.save()
  band(ctx, lips.innerUpper, lips.innerLower, map)
  ctx.fillStyle = '#551d22'
  ctx.fill()
  ctx.clip()
  ctx.fillStyle = linear(
    ctx,
    [0, top, 0, bottom],
    [0, 'rgba(25,6,10,0.75)'],
    [0.6, 'rgba(60,16,22,0.2)'],
    [1, 'rgba(90,30,34,0.2)'],
  )
  ctx.fillRect(x - 50, top - 10, 100, height + 20)
  if (mouth.tongue > 0.05) drawTongue(head, lips, map, height)
  if (mouth.upperTeeth > 0.05) drawUpperTeeth(head, lips, map, height)
  if (mouth.lowerTeeth > 0.15 && height > 5) drawLowerTeeth(head, lips, map)
  soft(ctx, 1.2, () => {
    ctx.strokeStyle = 'rgba(40,8,14,0.55)'
    ctx.lineWidth = 3.2
    curve(ctx, lips.innerUpper, { map })
    ctx.stroke()
  })
  ctx.restore()
}

function drawTongue(
  { ctx, mouth }: Head,
  { half, up, down }: LipShape,
  map: Place,
  height: number,
) {
  const raised = mouth.tongue > 0.85
  const depth = (down - LIP_LINE) * (raised ? 0.6 : 0.92)
  const [x, y] = map(0, LIP_LINE + depth)
  const [, top] = map(0, up)
  const [, bottom] = map(0, down)
  ctx.fillStyle = linear(ctx, [0, top, 0, bottom], [0, '#d07a78'], [1, '#a8504f'])
  const thick = Math.max(3.4, height * (raised ? 0.5 : 0.36) * (0.4 + 0.6 * mouth.tongue))
  ctx.beginPath()
  ctx.ellipse(x, y + 2, half * 0.6, thick, 0, 0, TAU)
  ctx.fill()
}

function drawUpperTeeth({ ctx, mouth }: Head, { half, up }: LipShape, map: Place, height: number) {
  const long = Math.min(6.4, 2 + height * 0.4) * mouth.upperTeeth + 3.5 * mouth.tuck
  const shallow = LIP_LINE - (LIP_LINE - up) * 0.9
  curve(
    ctx,
    [
      [-half * 0.82, LIP_LINE - 5],
      [-half * 0.74, up + long * 0.55],
      [-half * 0.4, shallow + long * 0.95],
      [0, up + long + 1],
      [half * 0.4, shallow + long * 0.95],
      [half * 0.74, up + long * 0.55],
      [half * 0.82, LIP_LINE - 5],
      [0, up - 8],
    ],
    { closed: true, map },
  )
  const [x] = map(0, up)
  ctx.fillStyle = linear(
    ctx,
    [x - half, 0, x + half, 0],
    [0, '#d3c5bc'],
    [0.3, '#f6f0e8'],
    [0.6, '#f2eae1'],
    [1, '#c8b8af'],
  )
  ctx.fill()
  ctx.strokeStyle = 'rgba(120,80,75,0.13)'
  ctx.lineWidth = 0.8
  for (const gap of [-14, -7, 0, 7, 14]) {
    const [fromX, fromY] = map(gap, up - 6)
    const [toX, toY] = map(gap, up + long - 0.6)
    ctx.beginPath()
    ctx.moveTo(fromX, fromY)
    ctx.lineTo(toX, toY)
    ctx.stroke()
  }
}

function drawLowerTeeth({ ctx, mouth }: Head, { half, down }: LipShape, map: Place) {
  const edge = LIP_LINE + (down - LIP_LINE) * 0.92 - 2.4 * mouth.lowerTeeth
  curve(
    ctx,
    [
      [-half * 0.62, down + 6],
      [-half * 0.5, edge],
      [0, down - 3.6 * mouth.lowerTeeth],
      [half * 0.5, edge],
      [half * 0.62, down + 6],
    ],
    { closed: true, map },
  )
  ctx.fillStyle = '#e2d5cb'
  ctx.fill()
}
