import { AVATAR_NAMES, type AvatarName } from './avatars'
import type { FaceSize } from './draw/frame'
import { DrawnFace, type Face } from './face'
import { Gallery, type Scene } from './gallery'
import { type FaceState, FIRST_STATE } from './motion/face-state'
import { POSES } from './motion/poses'
import { Painter } from './painter'

export type { Face } from './face'
export type { I420Frame } from './i420'

/** Where faces are drawn: one for a whole process, shared by its sessions. */
export interface Studio {
  /** A face for one session, at once; `seed` makes its blinks and nods its own. */
  face(avatar: AvatarName, size: FaceSize, seed: number): Face
  /** The first frame of an avatar's video as a WebP picture, for cards and posters. */
  still(avatar: AvatarName, size: FaceSize): Promise<Buffer>
  /** Draws the first frame, then (in the background) every mouth of speech. Resolves when the first frame is there. */
  warm(avatar: AvatarName, size: FaceSize): Promise<void>
  /** What the drawn frames take. */
  usage(): { frames: number; bytes: number }
  close(): Promise<void>
}

/** Enough for three sessions of different people talking for minutes at 720x480. */
const FRAME_BYTES = 192 * 1024 * 1024

/** Starts the thread that draws. `frameBytes` bounds the memory of drawn frames. */
export async function openStudio({ frameBytes = FRAME_BYTES } = {}): Promise<Studio> {
  const painter = new Painter()
  const gallery = new Gallery(painter, frameBytes)
  const stills = new Map<string, Promise<Buffer>>()

  const drawStill = async (scene: Scene) => {
    const answer = await painter.paint({ kind: 'still', ...scene, state: FIRST_STATE }, 'now')
    if (answer.kind !== 'still') throw new Error('The drawing thread answered with no picture')
    return Buffer.from(answer.picture.buffer)
  }

  return {
    face: (avatar, size, seed) => new DrawnFace(gallery, scene(avatar, size), seed),
    still(avatar, size) {
      const wanted = scene(avatar, size)
      const key = `${avatar}.${size.width}x${size.height}`
      const known = stills.get(key)
      if (known) return known
      const drawing = drawStill(wanted)
      stills.set(key, drawing)
      drawing.catch(() => stills.delete(key))
      return drawing
    },
    async warm(avatar, size) {
      const wanted = scene(avatar, size)
      await gallery.draw(wanted, FIRST_STATE, 'now')
      for (const state of SPEAKING) void gallery.draw(wanted, state, 'soon')
    },
    usage: () => ({ frames: gallery.count, bytes: gallery.bytes }),
    close: () => painter.close(),
  }
}

/** All mouths of the first stance, and the blink on a resting mouth. */
const SPEAKING: readonly FaceState[] = [
  ...POSES.map(({ id }) => ({ ...FIRST_STATE, pose: id })),
  { ...FIRST_STATE, blink: 0.5 },
  { ...FIRST_STATE, blink: 1 },
]

function scene(avatar: AvatarName, size: FaceSize): Scene {
  if (!AVATAR_NAMES.includes(avatar)) throw new RangeError(`No avatar ${avatar}`)
  const { width, height } = size
  if (width % 2 || height % 2 || width < 16 || height < 16 || width > 2048 || height > 2048)
    throw new RangeError(`No frame of ${width}x${height}: sides must be even, from 16 to 2048`)
  return { avatar, size: { width, height } }
}
