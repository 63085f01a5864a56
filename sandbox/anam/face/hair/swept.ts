import { points } from '../draw/geometry'
import { foreheadShade, sheen, softRoots, wisps } from './hairline'
import { lock } from './lock'
import { sideburns } from './sideburns'
import type { HairStyle } from './style'

const HAIRLINE = points(
  '-78,-42 -73,-60 -66,-80 -53,-92 -34,-95 -12,-91 12,-91 34,-96 54,-96 66,-80 73,-60 78,-42',
)
const TOP = points(
  '-80,-40 -90,-72 -87,-106 -68,-136 -34,-156 8,-163 50,-154 79,-128 92,-88 85,-40',
)
const FLOW = points('-74,-48 -88,-96 -62,-138 -10,-160 50,-154')
const FLOW_END = points('70,-66 74,-84 80,-100 86,-98 88,-82')
const ROOTS_LEFT = points('-62,-82 -58,-108 -28,-140 24,-152')
const ROOTS_RIGHT = points('52,-94 60,-110 70,-124 76,-122')

/** Short at the sides, swept back, with a hairline that goes back at the temples. */
export const swept: HairStyle = {
  front(head) {
    foreheadShade(head, points('-80,-30 -70,-62 -34,-88 10,-86 50,-86 74,-58 80,-30'), 0.3)
    sideburns(head, 12)
    softRoots(head, HAIRLINE, 7, 0.45)
    lock(
      head,
      [...TOP, ...[...HAIRLINE].reverse()],
      [
        [FLOW, FLOW_END],
        [ROOTS_LEFT, ROOTS_RIGHT],
      ],
      { count: 26, z: 14, seed: 4 },
    )
    wisps(head, HAIRLINE, 0.3, { count: 150, long: 7 })
    wisps(head, HAIRLINE, 0.55, { count: 60, long: 13, seed: 161 })
    sheen(head, points('-70,-96 -40,-128 10,-140'), 11, 0.4)
  },
}
