import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { points } from '../draw/geometry'
import type { Head } from '../draw/head'
import { linear, shadowed, soft } from '../draw/paint'

interface Fold {
  tone: 'light' | 'dark'
  alpha: number
  width: number
  line: string
}

const fold = (tone: Fold['tone'], alpha: number, width: number, line: string): Fold => ({
  tone,
  alpha,
  width,
  line,
})

const AROUND_NECK =
  '-96,118 -60,142 0,152 60,142 92,120 118,168 130,214 96,262 30,290 -40,288 -104,260 -136,212 -120,164'
const NECK_FOLDS = [
  fold('dark', 0.5, 6, '-100,150 -40,196 40,200 104,156'),
  fold('light', 0.5, 5, '-112,160 -50,214 30,220'),
  fold('dark', 0.5, 6, '-120,190 -50,240 40,244 118,190'),
  fold('light', 0.35, 5, '-124,206 -60,256 10,266'),
  fold('dark', 0.4, 5, '-40,168 20,178 80,158'),
]
const OVER_CHEST =
  '70,116 96,110 110,150 84,190 44,226 10,270 -8,330 -20,400 -74,396 -66,320 -44,252 -4,196 40,158'
const CHEST_FOLDS = [
  fold('dark', 0.5, 5, '90,130 50,180 0,236 -34,320 -46,400'),
  fold('light', 0.5, 4.5, '78,130 30,180 -24,246 -54,330'),
  fold('light', 0.28, 4, '98,140 60,196 14,250 -14,330'),
]

/** The cloth of a hijab over chest and shoulder. */
export function drape(head: Head) {
  layer(head, AROUND_NECK, NECK_FOLDS, 0)
  layer(head, OVER_CHEST, CHEST_FOLDS, 0.2)
}

function layer({ ctx, look: { hair } }: Head, edge: string, folds: readonly Fold[], shade: number) {
  shadowed(ctx, 0.35, () => {
    curve(ctx, points(edge), { closed: true })
    ctx.fillStyle = linear(
      ctx,
      [-130, 130, 130, 330],
      [0, mix(hair.base, hair.light, 0.7 - shade)],
      [0.5, mix(hair.base, hair.dark, shade * 0.5)],
      [1, mix(hair.base, hair.dark, 0.75)],
    )
    ctx.fill()
    ctx.shadowColor = 'transparent'
    ctx.clip()
    soft(ctx, 2.2, () => {
      for (const { tone, alpha, width, line } of folds) {
        ctx.strokeStyle = rgba(hair[tone], alpha)
        ctx.lineWidth = width
        curve(ctx, points(line))
        ctx.stroke()
      }
    })
  })
}
