import type { AvatarName } from './avatars'
import type { FaceSize } from './draw/frame'
import type { I420Frame } from './i420'
import type { FaceState } from './motion/face-state'

/** What the painter's thread is asked for. */
export interface PaintRequest {
  id: number
  kind: 'frame' | 'still'
  avatar: AvatarName
  size: FaceSize
  state: FaceState
}

/** What it answers; the pixels are transferred, not copied. */
export type PaintAnswer =
  | { id: number; kind: 'frame'; frame: I420Frame; milliseconds: number }
  | { id: number; kind: 'still'; picture: Uint8Array<ArrayBuffer>; milliseconds: number }
  | { id: number; kind: 'failed'; reason: string }
