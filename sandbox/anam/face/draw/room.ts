import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { RoomName } from '../looks/look'
import { type Hex, mix, rgba } from './colour'
import { type FaceSize, frameOf } from './frame'
import { disc, glow } from './paint'

/** Walls and lamps: `--room-*` and `--lamp-*` of the product's design tokens, as sRGB. */
export const ROOMS: Record<RoomName, { wall: Hex; lamp: Hex }> = {
  moss: { wall: '#35392a', lamp: '#494d3a' },
  ink: { wall: '#23323f', lamp: '#344655' },
  clay: { wall: '#473029', lamp: '#5e4338' },
  sea: { wall: '#1f3939', lamp: '#304e4e' },
  sand: { wall: '#433c30', lamp: '#595041' },
  plum: { wall: '#3e2b34', lamp: '#553d47' },
}

/** Radius of the lamp in design units. */
const LAMP_RADIUS = 232

/** A quiet room: a plain wall, and a softly lit disc behind the head. */
export function drawRoom(name: RoomName, size: FaceSize): Canvas {
  const canvas = createCanvas(size.width, size.height)
  const ctx = canvas.getContext('2d')
  const { wall, lamp } = ROOMS[name]
  const { scale, x, y } = frameOf(size)
  ctx.fillStyle = wall
  ctx.fillRect(0, 0, size.width, size.height)
  ctx.translate(x, y)
  ctx.scale(scale, scale)
  glow(ctx, 0, -10, LAMP_RADIUS * 1.9, lamp, 0.5)
  ctx.fillStyle = lamp
  disc(ctx, 0, -10, LAMP_RADIUS)
  ctx.save()
  ctx.beginPath()
  ctx.arc(0, -10, LAMP_RADIUS, 0, 2 * Math.PI)
  ctx.clip()
  glow(ctx, -70, -90, LAMP_RADIUS * 1.5, mix(lamp, '#ffe9c8', 0.3), 0.4)
  glow(ctx, 40, 130, LAMP_RADIUS, wall, 0.5)
  ctx.restore()
  ctx.setTransform(1, 0, 0, 1, 0, 0)
  const edge = ctx.createRadialGradient(
    x,
    y,
    size.height * 0.5,
    x,
    y,
    Math.hypot(size.width, size.height) * 0.62,
  )
  edge.addColorStop(0, rgba('#0c0a09', 0))
  edge.addColorStop(1, rgba('#0c0a09', 0.3))
  ctx.fillStyle = edge
  ctx.fillRect(0, 0, size.width, size.height)
  return canvas
}
