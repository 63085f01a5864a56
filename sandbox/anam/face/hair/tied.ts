import { points, SIDES, sided } from '../draw/geometry'
import { foreheadShade, sheen } from './hairline'
import { lock } from './lock'
import type { HairStyle } from './style'

/** Parted in the middle and tied back. */
export const tied: HairStyle = {
  hidesEars: false,
  back(head) {
    lock(
      head,
      points('0,-148 34,-141 64,-118 86,-80 90,6 70,40 -70,40 -90,6 -86,-80 -64,-118 -34,-141'),
      [],
      { z: -10, shade: 0.6 },
    )
    lock(
      head,
      points('40,60 70,74 92,112 100,160 92,206 70,240 62,214 60,170 48,120'),
      [[points('44,64 90,120 96,170 74,236'), points('42,80 54,130 62,180 66,226')]],
      { z: -20, count: 16, shade: 0.3, seed: 15 },
    )
  },
  front(head) {
    foreheadShade(head, points('-80,-20 -66,-52 -30,-76 0,-100 30,-76 66,-52 80,-20'), 0.42)
    for (const s of SIDES) {
      lock(
        head,
        sided(
          s,
          '0,-150 0,-150 32,-143 61,-121 83,-88 92,-50 92,-16 86,-2 80,-24 74,-46 58,-70 30,-92 2,-110',
        ),
        [[sided(s, '2,-144 64,-132 92,-70 88,-8'), sided(s, '2,-112 44,-88 72,-52 82,-20')]],
        { count: 18, shade: s > 0 ? 0.25 : 0, seed: 20 + s },
      )
      lock(
        head,
        sided(
          s,
          '2,-124 2,-124 34,-104 62,-76 78,-36 85,4 88,44 80,72 80,72 80,40 74,2 64,-30 46,-58 20,-86',
        ),
        [[sided(s, '4,-122 58,-82 82,-10 82,66'), sided(s, '8,-110 44,-64 70,-8 80,60')]],
        { count: 9, shade: s > 0 ? 0.2 : 0, seed: 30 + s, shadow: 0.35 },
      )
    }
    sheen(head, points('-84,-64 -62,-112 -22,-132'), 11, 0.5)
  },
}
