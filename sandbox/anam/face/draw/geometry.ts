/** A point of the design space: eye line y = 0, chin y = 124, crown y = -122, z towards the viewer. */
export type Point = readonly [x: number, y: number, z?: number]
export type Points = readonly Point[]
/** Puts a point of the design space where the turned head has it. */
export type Place = (x: number, y: number, z?: number) => Point
/** -1 is the left of the picture, 1 the right. */
export type Side = -1 | 1
export const SIDES: readonly Side[] = [-1, 1]

const parsed = new Map<string, Points>()

/** Points written as in SVG: `points('0,-154 36,-147 68,-123')`, each `x,y` or `x,y,z`. */
export function points(text: string): Points {
  const known = parsed.get(text)
  if (known) return known
  const list = text.split(' ').map((pair): Point => {
    const [x, y, z] = pair.split(',').map(Number)
    if (x === undefined || y === undefined || Number.isNaN(x + y))
      throw new Error(`Bad point ${pair}`)
    return z === undefined ? [x, y] : [x, y, z]
  })
  parsed.set(text, list)
  return list
}

/** Points of one half of the face, written for the right, on the side asked for. */
export const sided = (side: Side, text: string): Points =>
  points(text).map(([x, y, z]): Point => [side * x, y, z])

/** The same outline on the other side, walked the other way. */
export const mirror = (list: Points): Points => list.map(([x, y, z]): Point => [-x, y, z]).reverse()

/** A closed outline from its right half, top to bottom; first and last point lie on the axis. */
export const both = (half: Points): Points => [...half, ...mirror(half.slice(1, -1))]

/** `list[i]`, the nearest end where there is none. */
export function pointAt(list: Points, i: number): Point {
  return list[Math.max(0, Math.min(list.length - 1, i))] ?? [0, 0]
}
