import { type Point, points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { foreheadShade, sheen, softRoots, wisps } from './hairline'
import { lock } from './lock'
import { sideburns } from './sideburns'
import type { HairStyle } from './style'

/** One lock of the fringe: root, bend and tip, width, and a seed for its hairs. */
interface Fringe {
  root: Point
  bend: Point
  tip: Point
  width: number
  seed: number
}

const fringe = (root: Point, bend: Point, tip: Point, width: number, seed: number): Fringe => ({
  root,
  bend,
  tip,
  width,
  seed,
})

/** From the temple to the parting: later locks lie over earlier ones. */
const FRINGE: readonly Fringe[] = [
  fringe([10, -150], [-58, -122], [-82, -44], 18, 13),
  fringe([62, -128], [74, -106], [72, -64], 14, 71),
  fringe([18, -149], [-44, -116], [-70, -50], 22, 26),
  fringe([26, -148], [-28, -110], [-52, -54], 24, 39),
  fringe([58, -132], [60, -108], [50, -72], 22, 88),
  fringe([34, -146], [-8, -108], [-30, -58], 24, 52),
  fringe([52, -136], [40, -108], [24, -66], 24, 65),
  fringe([42, -143], [14, -108], [-6, -61], 24, 78),
]

const TIPS = points('-80,-48 -64,-54 -46,-59 -24,-63 0,-66 30,-71 54,-74 72,-66')
const CAP = points(
  '-82,-34 -92,-64 -89,-100 -74,-130 -46,-151 -10,-160 30,-157 62,-141 84,-112 92,-70 84,-38 80,-50 75,-66 66,-80 48,-88 28,-88 8,-84 -14,-78 -38,-72 -60,-62 -76,-48',
)

function fringeLock(head: Head, { root, bend: [bx, by], tip, width, seed }: Fringe) {
  const [tx, ty] = tip
  const outer: Point = [bx - width * 0.4, by - width * 0.3]
  const inner: Point = [bx + width, by + width * 0.4]
  const lowOuter: Point = [tx - width * 0.1, ty - width * 0.7]
  const lowInner: Point = [tx + width * 0.86, ty - width * 0.5]
  const shape = [root, root, outer, lowOuter, tip, tip, lowInner, inner]
  const flow = [
    [root, outer, tip],
    [root, inner, tip],
  ] as const
  lock(head, shape, [flow], { count: 9, z: 22, seed, width: 1.1, shadow: 0.14 })
}

/** Short and textured, the fringe brushed to one side. */
export const textured: HairStyle = {
  front(head) {
    foreheadShade(head, points('-78,-44 -56,-54 -20,-64 20,-72 56,-74 78,-52'), 0.45)
    sideburns(head, 4)
    softRoots(head, TIPS, 8, 0.3)
    lock(
      head,
      CAP,
      [
        [points('56,-140 -10,-150 -76,-106 -80,-40'), points('56,-100 30,-92 -20,-80 -72,-50')],
        [points('56,-142 84,-120 90,-84 84,-44'), points('52,-114 66,-98 76,-80 80,-56')],
      ],
      { count: 20, z: 20, seed: 6 },
    )
    for (const one of FRINGE) fringeLock(head, one)
    wisps(head, TIPS, 0.45, { count: 36, long: 10, seed: 261, lit: 0 })
    sheen(head, points('-74,-96 -50,-128 -10,-144'), 12, 0.3)
  },
}
