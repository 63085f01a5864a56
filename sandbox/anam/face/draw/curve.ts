import type { SKRSContext2D } from '@napi-rs/canvas'
import { type Place, type Points, pointAt } from './geometry'

export type Ctx = SKRSContext2D

interface CurveOptions {
  closed?: boolean
  map?: Place | undefined
  /** `start` begins a path, `move` a second outline in it (a hole), `join` goes on from where the path is. */
  from?: 'start' | 'move' | 'join'
}

/** Smooth curve through points (cardinal spline). A point given twice makes a corner. */
export function curve(
  ctx: Ctx,
  list: Points,
  { closed = false, map, from = 'start' }: CurveOptions = {},
) {
  const placed = map ? list.map(([x, y, z]) => map(x, y, z)) : list
  const n = placed.length
  const at = (i: number) => pointAt(placed, closed ? (i + n) % n : i)
  const [x0, y0] = at(0)
  if (from === 'start') ctx.beginPath()
  if (from === 'join') ctx.lineTo(x0, y0)
  else ctx.moveTo(x0, y0)
  for (let i = 0; i < (closed ? n : n - 1); i++) {
    const [ax, ay] = at(i - 1)
    const [bx, by] = at(i)
    const [cx, cy] = at(i + 1)
    const [dx, dy] = at(i + 2)
    if (bx === cx && by === cy) continue
    ctx.bezierCurveTo(
      bx + (cx - ax) / 6,
      by + (cy - ay) / 6,
      cx - (dx - bx) / 6,
      cy - (dy - by) / 6,
      cx,
      cy,
    )
  }
  if (closed) ctx.closePath()
}

/** Closed outline that goes along `there` and returns along `back`. */
export function band(ctx: Ctx, there: Points, back: Points, map?: Place) {
  curve(ctx, there, { map })
  curve(ctx, back, { map, from: 'join' })
  ctx.closePath()
}
