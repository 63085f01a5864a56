import { createCanvas } from '@napi-rs/canvas'
import { describe, expect, it } from 'vitest'
import { AVATAR_NAMES, AVATARS } from '../avatars'
import { FIRST_STATE } from '../motion/face-state'
import { contrast, type Hex } from './colour'
import { drawAvatar } from './draw-avatar'
import { drawLabel, LABEL_COLOUR } from './label'
import { drawRoom } from './room'

const SIZES = [
  { width: 720, height: 480 },
  { width: 1152, height: 768 },
  { width: 768, height: 1152 },
]
/** The share of the width that a phone held upright shows of a 3:2 picture. */
const PHONE_SHARE = 0.3

describe('the label', () => {
  it.each(SIZES)('stays inside what a phone shows of $width x $height, near the top', (size) => {
    const canvas = createCanvas(size.width, size.height)
    const ctx = canvas.getContext('2d')
    drawLabel(ctx, size)
    const { data } = ctx.getImageData(0, 0, size.width, size.height)
    const inked = [...data].flatMap((alpha, i) => (i % 4 === 3 && alpha > 60 ? [(i - 3) / 4] : []))
    const columns = inked.map((pixel) => pixel % size.width)
    const rows = inked.map((pixel) => Math.floor(pixel / size.width) / size.height)
    expect(inked.length).toBeGreaterThan(100)
    const half = (size.width * PHONE_SHARE) / 2
    expect(Math.min(...columns)).toBeGreaterThan(size.width / 2 - half)
    expect(Math.max(...columns)).toBeLessThan(size.width / 2 + half)
    expect(Math.min(...rows)).toBeGreaterThan(0.11)
    expect(Math.max(...rows)).toBeLessThan(0.16)
  })

  it('reads at 4.5:1 on every room', () => {
    const size = { width: 720, height: 480 }
    for (const name of AVATAR_NAMES) {
      const ctx = drawRoom(AVATARS[name].room, size).getContext('2d')
      const [r = 0, g = 0, b = 0] = ctx.getImageData(330, 66, 1, 1).data
      const wall: Hex = `#${[r, g, b].map((v) => v.toString(16).padStart(2, '0')).join('')}`
      expect(contrast(LABEL_COLOUR, wall), name).toBeGreaterThan(4.5)
    }
  })

  it('lies free of the hair of everybody', () => {
    const size = { width: 720, height: 480 }
    for (const name of AVATAR_NAMES) {
      const figure = createCanvas(size.width, size.height).getContext('2d')
      drawAvatar(figure, name, size, FIRST_STATE)
      const room = drawRoom(AVATARS[name].room, size).getContext('2d')
      drawLabel(room, size)
      const box = [280, 58, 160, 16] as const
      expect(figure.getImageData(...box).data, name).toEqual(room.getImageData(...box).data)
    }
  })
})
