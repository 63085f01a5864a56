import { AVATARS, type AvatarName } from '../avatars'
import { drawNeck } from '../body/neck'
import { OUTFITS } from '../body/outfits'
import { drawBeard } from '../features/beard'
import { drawBrows } from '../features/brows'
import { drawEarrings } from '../features/earrings'
import { drawEars } from '../features/ears'
import { drawEyes } from '../features/eyes'
import { drawGlasses } from '../features/glasses'
import { drawLines } from '../features/lines'
import { drawLips } from '../features/lips'
import { drawNose } from '../features/nose'
import { drawSkin } from '../features/skin'
import { HAIR_STYLES } from '../hair/styles'
import type { FaceState } from '../motion/face-state'
import type { Ctx } from './curve'
import { type FaceSize, frameOf } from './frame'
import { type Head, headOf } from './head'
import { drawLabel } from './label'
import { type Box, Layers } from './layers'
import { drawRoom } from './room'

const HEAD_BOX: Box = [-150, -190, 300, 520]
const BODY_BOX: Box = [-290, 20, 580, 440]
/** The neck's pivot below the eyes. */
const PIVOT = 150
/** How far the body sits up under the head. */
const BODY_RISE = -22

const layers = new Layers(60)

/** Draws one state of an avatar; parts that do not change between states come from layers kept in this process. */
export function drawAvatar(ctx: Ctx, name: AvatarName, size: FaceSize, state: FaceState) {
  const { room } = AVATARS[name]
  const { scale, x, y } = frameOf(size)
  const { head, pose } = headOf(name, state)
  const { look } = head
  const style = HAIR_STYLES[look.hair.style]
  const id = `${name}.${size.width}x${size.height}`
  const posed = `${id}.${state.head}.${state.attention}`

  const turned = (target: Ctx, below: number, draw: (head: Head) => void) => {
    target.save()
    target.translate(pose.x * 0.5, PIVOT + pose.y)
    target.rotate(pose.tilt)
    target.translate(0, -PIVOT)
    target.beginPath()
    target.rect(-150, -185, 300, 345 + below)
    target.clip()
    draw({ ...head, ctx: target })
    target.restore()
  }
  const breathing = (draw: () => void) => {
    ctx.save()
    ctx.translate(0, pose.y * 0.22 + BODY_RISE)
    draw()
    ctx.restore()
  }
  const crown = (h: Head) => {
    style.front(h)
    drawGlasses(h, style.hidesEars === true)
    drawEarrings(h)
  }

  ctx.save()
  ctx.drawImage(
    layers.picture(`${room}.${size.width}x${size.height}`, () => drawRoom(room, size)),
    0,
    0,
  )
  ctx.translate(x, y)
  ctx.scale(scale, scale)
  ctx.lineJoin = 'round'
  ctx.lineCap = 'round'
  const { back, over } = style
  if (back) layers.part(ctx, `${posed}.back`, HEAD_BOX, scale, (own) => turned(own, 90, back))
  breathing(() =>
    layers.part(ctx, `${id}.body`, BODY_BOX, scale, (own) => {
      drawNeck({ ...head, ctx: own })
      OUTFITS[look.outfit.kind]({ ...head, ctx: own })
    }),
  )
  turned(ctx, 0, (h) => {
    if (!style.hidesEars) drawEars(h)
    drawFace(h)
  })
  if (style.followsJaw) turned(ctx, 0, crown)
  else layers.part(ctx, `${posed}.front`, HEAD_BOX, scale, (own) => turned(own, 90, crown))
  if (over)
    breathing(() =>
      layers.part(ctx, `${id}.over`, BODY_BOX, scale, (own) => over({ ...head, ctx: own })),
    )
  ctx.restore()
  drawLabel(ctx, size)
}

function drawFace(head: Head) {
  drawSkin(head)
  drawLines(head)
  drawBeard(head)
  // A tight clip keeps the blurs of the features cheap.
  head.ctx.beginPath()
  head.ctx.rect(-92, -52, 184, 200)
  head.ctx.clip()
  drawEyes(head)
  drawNose(head)
  drawLips(head)
  drawBrows(head)
}
