import type { AvatarName } from '../avatars'
import type { Look } from '../looks/look'
import { LOOKS } from '../looks/looks'
import type { FaceState } from '../motion/face-state'
import { HEADS, type HeadPose } from '../motion/head-motion'
import type { MouthShape } from '../motion/mouths'
import { POSES } from '../motion/poses'
import type { Ctx } from './curve'
import type { Place } from './geometry'

/** A face in one state, ready to be drawn by its parts. */
export interface Head {
  ctx: Ctx
  look: Look
  /** Design space to the turned head; z is depth. */
  place: Place
  /** A point on the front of the face, `z` above its curve. */
  surface: Place
  mouth: MouthShape & { smile: number }
  /** How far the jaw is down. */
  jaw: number
  blink: number
  brow: number
  gaze: readonly [x: number, y: number]
  /** 0 at rest, 1 while listening. */
  attention: number
  /** Where the head is turned: -1 or 1. */
  turned: number
}

/** A head, and where it sits. */
export interface PlacedHead {
  head: Omit<Head, 'ctx'>
  pose: HeadPose
}

/** How far the lids are down: a lid stopped half-way looks sly, so the step between is nearly shut. */
const LID: Record<FaceState['blink'], number> = { 0: 0, 0.5: 0.74, 1: 1 }

/** The head of an avatar in a state. */
export function headOf(name: AvatarName, state: FaceState): PlacedHead {
  const look = LOOKS[name]
  const base = HEADS[state.head] ?? HEADS[0]
  const mouthPose = POSES[state.pose] ?? POSES[0]
  if (!base || !mouthPose) throw new RangeError('No such head or mouth')
  const attention = state.attention / 3
  const pose: HeadPose = {
    ...base,
    x: base.x + look.turn * -1.2 * attention,
    y: base.y + 3.2 * attention,
    tilt: base.tilt + 0.022 * attention * Math.sign(look.turn),
  }
  const yaw = look.turn * 0.13 + pose.x * 0.008
  const pitch = 0.02 + pose.y * 0.007
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  const place: Place = (x, y, z = 0) => [x * cos + z * sin, y + z * pitch]
  const shape = mouthPose.shape
  const own = look.mouth ?? {}
  const head: Omit<Head, 'ctx'> = {
    look,
    place,
    surface: (x, y, up = 0) => place(x, y, 80 * Math.sqrt(Math.max(0.02, 1 - (x / 100) ** 2)) + up),
    mouth: {
      ...shape,
      width: shape.width * (own.width ?? 1),
      upperLip: shape.upperLip * (own.upper ?? 1),
      lowerLip: shape.lowerLip * (own.lower ?? 1),
      smile: (1.3 + 0.3 * attention) * (own.smile ?? 1),
    },
    jaw: shape.open * 13 + shape.pucker,
    blink: LID[state.blink],
    brow: pose.brow + 0.45 * attention,
    gaze: pose.gaze,
    attention,
    turned: Math.sign(yaw),
  }
  return { head, pose }
}
