import { lerp } from '../draw/colour'
import { type Point, type Points, pointAt } from '../draw/geometry'
import type { Head } from '../draw/head'

/** Outlines of an open or shut mouth, all from the left corner to the right or back. */
export interface LipShape {
  /** Half the width. */
  half: number
  corner: number
  /** Lower edge of the upper lip and upper edge of the lower one, on the axis. */
  up: number
  down: number
  lowerLip: number
  innerUpper: Points
  innerLower: Points
  outerUpper: Points
  outerLower: Points
}

/** Height of the line between shut lips. */
export const LIP_LINE = 79

const flip = (list: Points): Points => [...list].reverse().map(([x, y]): Point => [-x, y])

export function lipShape({ mouth }: Pick<Head, 'mouth'>): LipShape {
  const half = 26 * mouth.width + 1.6 * mouth.smile * (1 - mouth.pucker)
  const opening = 25 * mouth.open
  const up = LIP_LINE - opening * 0.2
  const down = LIP_LINE + opening * 0.8
  const smile = 3.6 * mouth.smile * (1 - 0.8 * mouth.pucker)
  const sag = mouth.open > 0.3 ? 2 * mouth.open : 0
  const corner = LIP_LINE - 1.1 * mouth.corners - smile + sag + opening * 0.26
  const upperLip = 6.6 * mouth.upperLip
  const lowerLip = 8.4 * mouth.lowerLip
  const roundness = Math.min(1, mouth.open / 0.45 + mouth.pucker * 0.4)
  const outer = lerp(0.32, 0.56, roundness)
  const inner = lerp(0.8, 0.9, roundness)
  const arch = (y: number, spread = 1): Points => [
    [half * 0.86 * spread, lerp(corner, y, outer)],
    [half * 0.5 * spread, lerp(corner, y, inner)],
  ]
  const roof = arch(up + 0.6)
  const tuck = mouth.tuck * 1.5
  const floor = arch(down + 1.2 - tuck * 0.6)
  const under = arch(down + lowerLip + 0.8, 1.02)
  const left: Point = [-half, corner]
  const right: Point = [half, corner]
  const top = up - upperLip
  const bow: Points = [
    [half * 0.235, top - 0.8],
    [half * 0.5, lerp(corner, top, 0.82)],
    [half * 0.82, lerp(corner, top, lerp(0.36, 0.52, roundness))],
    [half + 1.2, corner],
  ]
  const centre = (list: Points, y: number): Points => [
    ...[...flip(list)].reverse(),
    [0, y],
    ...[...list].reverse(),
  ]
  return {
    half,
    corner,
    up,
    down,
    lowerLip,
    innerUpper: [left, ...centre(roof, up + 1), right],
    innerLower: [right, ...floor, [0, down + 1.4 - tuck], ...flip(floor), left],
    outerUpper: [...flip(bow), [0, top + 1.4], ...bow],
    outerLower: [
      pointAt(bow, 3),
      ...under,
      [0, down + lowerLip + 1.2],
      ...flip(under),
      [-half - 1.2, corner],
    ],
  }
}
