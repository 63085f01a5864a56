import { type Place, points } from '../draw/geometry'
import { foreheadShade, sheen } from './hairline'
import { lock } from './lock'
import type { HairStyle } from './style'

/** Below the ears the hair swings in waves. */
const wave =
  (place: Place): Place =>
  (x, y) => {
    const t = Math.max(0, Math.min(1, (y - 10) / 90))
    const spread = 1 + 0.05 * t * Math.sin(y / 15)
    return place(x * spread + t * 4 * Math.sin(y / 17 + (x < 0 ? 0 : 1.3)), y)
  }

/** Long waves, parted at the side. */
export const waves: HairStyle = {
  back(head) {
    lock(
      head,
      points(
        '0,-154 36,-147 68,-123 91,-88 102,-44 108,10 112,56 124,112 126,168 112,216 80,226 30,190 -30,190 -84,226 -114,214 -128,166 -122,108 -110,52 -108,6 -102,-44 -91,-88 -68,-123 -36,-147',
      ),
      [
        [
          points('-20,-146 -96,-60 -108,40 -124,120 -100,224'),
          points('-10,-100 -60,-40 -70,40 -60,120 -50,210'),
        ],
        [
          points('20,-146 96,-60 108,40 124,120 100,224'),
          points('10,-100 60,-40 70,40 60,120 50,210'),
        ],
      ],
      { map: wave((x, y) => head.place(x, y, -24)), count: 22, shade: 0.5 },
    )
  },
  front(head) {
    foreheadShade(head, points('-82,-10 -74,-46 -46,-78 16,-106 54,-82 76,-40 80,0'), 0.5)
    lock(
      head,
      points(
        '18,-152 18,-152 44,-143 72,-119 93,-83 102,-40 105,10 107,54 120,108 116,150 104,118 90,70 84,20 81,-16 72,-52 50,-84 22,-110',
      ),
      [
        [
          points('20,-148 72,-132 101,-56 102,20 116,130'),
          points('22,-112 58,-84 80,-30 86,30 106,120'),
        ],
      ],
      { count: 15, shade: 0.3, seed: 7, map: wave((x, y) => head.place(x, y, 20)) },
    )
    lock(
      head,
      points(
        '24,-150 24,-150 -6,-155 -38,-147 -69,-123 -91,-88 -102,-44 -106,6 -110,56 -126,108 -122,150 -106,120 -92,70 -86,22 -84,-10 -78,-38 -60,-66 -26,-90 22,-110',
      ),
      [
        [
          points('22,-147 -44,-146 -100,-64 -105,20 -122,130'),
          points('22,-111 -40,-82 -82,-30 -86,26 -108,120'),
        ],
      ],
      { count: 22, seed: 9, map: wave((x, y) => head.place(x, y, 20)) },
    )
    sheen(head, points('-95,-50 -80,-96 -44,-130'), 14, 0.34)
  },
  over(head) {
    // waves resting on the shoulders
    const flat = wave((x, y) => [x, y])
    const map: Place = (x, y) => {
      const [wx, wy] = flat(x, y - 22)
      return [wx - 3, wy + 22]
    }

    lock(
      head,
      points(
        '-98,40 -92,80 -84,130 -82,178 -92,216 -80,250 -94,292 -94,292 -112,262 -128,226 -128,190 -134,156 -124,110 -108,70',
      ),
      [[points('-98,40 -126,120 -128,200 -95,290'), points('-97,44 -88,120 -86,200 -93,290')]],
      { count: 15, seed: 12, map },
    )
    lock(
      head,
      points(
        '98,50 110,80 124,122 128,168 120,206 118,236 98,266 98,266 90,232 92,196 84,160 88,120 94,80',
      ),
      [[points('99,50 124,130 122,200 99,264'), points('97,54 88,130 94,200 97,262')]],
      { count: 12, seed: 14, shade: 0.4, map },
    )
  },
}
