import { type Hex, mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { type Place, type Points, points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { linear, soft } from '../draw/paint'
import { drape } from './drape'
import type { HairStyle } from './style'

const BACK = points(
  '0,-149 36,-142 68,-118 91,-82 103,-36 105,6 102,60 94,120 84,170 -86,170 -96,120 -104,60 -107,6 -103,-36 -92,-82 -69,-118 -37,-142',
)
const OUTER = points(
  '0,-150 36,-143 68,-119 91,-82 102,-36 104,6 98,60 84,112 60,144 26,160 -26,160 -62,144 -86,112 -100,60 -105,6 -102,-36 -92,-82 -69,-119 -37,-143',
)

/** The opening for the face; its lower half goes with the jaw. */
const opening = (jaw: number): Points => [
  ...points('0,-92 38,-84 64,-54 74,-8 72,40'),
  [60, 80 + jaw * 0.4],
  [36, 110 + jaw * 0.8],
  [0, 121 + jaw],
  [-36, 110 + jaw * 0.8],
  [-60, 80 + jaw * 0.4],
  ...points('-72,40 -74,-8 -64,-54 -38,-84'),
]

function shadowOnFace({ ctx, look: { skin } }: Head, edge: Points, map: Place) {
  ctx.save()
  curve(ctx, edge, { closed: true, map })
  ctx.clip()
  soft(ctx, 5, () => {
    ctx.strokeStyle = rgba(mix(skin.shade, skin.deep, 0.3), 0.62)
    ctx.lineWidth = 15
    curve(ctx, edge, { closed: true, map })
    ctx.stroke()
  })
  ctx.restore()
}

function folds({ ctx, look: { hair } }: Head, map: Place) {
  const fold = (text: string, colour: Hex, alpha: number, width: number) => {
    ctx.strokeStyle = rgba(colour, alpha)
    ctx.lineWidth = width
    curve(ctx, points(text), { map })
    ctx.stroke()
  }
  soft(ctx, 2.4, () => {
    fold('-20,-146 -80,-96 -92,-20 -88,50 -62,112 -10,150', hair.dark, 0.5, 5)
    fold('-4,-130 -66,-96 -82,-30 -80,40 -58,100', hair.light, 0.75, 5)
    fold('30,-146 84,-92 96,-10 88,60 58,120 10,152', hair.dark, 0.6, 6)
    fold('10,-120 60,-94 84,-30 84,30 70,82 30,128', hair.dark, 0.45, 4)
    fold('14,-132 74,-92 91,-16 85,50 60,106', hair.light, 0.3, 3.4)
    fold('-70,92 -30,130 20,142 70,104', hair.dark, 0.55, 5)
    fold('-84,84 -44,134 10,154', hair.light, 0.45, 4)
  })
}

/** A hijab: the wrap around the face moves with the jaw, the drape lies on the shoulders. */
export const hijab: HairStyle = {
  hidesEars: true,
  followsJaw: true,
  back({ ctx, look: { hair }, place }) {
    curve(ctx, BACK, { closed: true, map: (x, y) => place(x, y, -10) })
    ctx.fillStyle = linear(
      ctx,
      [-110, -80, 110, 60],
      [0, mix(hair.base, hair.light, 0.5)],
      [0.5, hair.base],
      [1, hair.dark],
    )
    ctx.fill()
  },
  front(head) {
    const { ctx, place } = head
    const { hair } = head.look
    const edge = opening(head.jaw)
    const near: Place = (x, y) => place(x, y, 34)
    const far: Place = (x, y) => place(x, y, 4)
    shadowOnFace(head, edge, near)
    ctx.save()
    curve(ctx, OUTER, { closed: true, map: far })
    curve(ctx, [...edge].reverse(), { closed: true, map: near, from: 'move' })
    ctx.fillStyle = linear(
      ctx,
      [-100, -110, 100, 80],
      [0, mix(hair.base, hair.light, 0.85)],
      [0.45, hair.base],
      [1, mix(hair.base, hair.dark, 0.8)],
    )
    ctx.fill('evenodd')
    ctx.clip('evenodd')
    folds(head, far)
    ctx.restore()
    ctx.strokeStyle = rgba(hair.light, 0.85)
    ctx.lineWidth = 1.6
    curve(ctx, edge, { closed: true, map: near })
    ctx.stroke()
  },
  over: drape,
}
