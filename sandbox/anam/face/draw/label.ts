import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { GlobalFonts } from '@napi-rs/canvas'
import type { Hex } from './colour'
import type { Ctx } from './curve'
import { type FaceSize, frameOf } from './frame'

const LABEL = 'Local simulation'
/** The product's quiet text on the stage. */
export const LABEL_COLOUR: Hex = '#e2dfd9'
/** Share of the height: under the status of the conversation, over the hair; in the middle, so that every crop keeps it. */
const LABEL_LINE = 0.137
const FONT_SIZE = 14

let family: string | undefined

/** The product's own typeface, or whatever sans-serif there is. */
function fontFamily(): string {
  if (family) return family
  const geist = createRequire(import.meta.url).resolve('geist/font/sans')
  const file = join(dirname(geist), 'fonts/geist-sans/Geist-Medium.ttf')
  const loaded = existsSync(file) && GlobalFonts.registerFromPath(file, 'Face Label') !== null
  family = loaded ? '"Face Label"' : 'sans-serif'
  return family
}

/** Says in the picture itself what it is, so that no recording of it can be taken for the vendor's. */
export function drawLabel(ctx: Ctx, size: FaceSize) {
  const { scale, x } = frameOf(size)
  ctx.save()
  ctx.font = `500 ${FONT_SIZE * scale}px ${fontFamily()}`
  ctx.textAlign = 'center'
  ctx.textBaseline = 'middle'
  ctx.fillStyle = LABEL_COLOUR
  ctx.fillText(LABEL, x, size.height * LABEL_LINE)
  ctx.restore()
}
