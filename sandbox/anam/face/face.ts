import { AVATARS } from './avatars'
import { ROOMS } from './draw/room'
import type { Gallery, Scene } from './gallery'
import { type I420Frame, plainI420 } from './i420'
import { type Attention, type FaceInput, FIRST_STATE, faceState } from './motion/face-state'

/** The picture of one session. */
export interface Face {
  /** The frame for a moment; called at 25 fps and never waits: while a frame is being drawn, the likest one is shown. */
  frame(input: FaceInput): I420Frame
  close(): void
}

/** How far ahead speech is drawn: at the large sizes a frame takes up to 70 ms. */
const AHEAD_SECONDS = [0.36, 0.16]

export class DrawnFace implements Face {
  /** Gone once closed: the last frame stays, nothing more is drawn. */
  #gallery: Gallery | undefined
  readonly #scene: Scene
  readonly #seed: number
  #attention: Attention = 0
  #shown: I420Frame

  constructor(gallery: Gallery, scene: Scene, seed: number) {
    this.#gallery = gallery
    this.#scene = scene
    this.#seed = seed
    this.#shown = gallery.exact(scene, FIRST_STATE) ?? wall(scene)
    void gallery.draw(scene, FIRST_STATE, 'now')
  }

  frame(input: FaceInput): I420Frame {
    const gallery = this.#gallery
    if (!gallery) return this.#shown
    this.#attention = eased(this.#attention, input.listening && input.speech === null)
    for (const later of ahead(input))
      void gallery.draw(this.#scene, faceState(this.#seed, later, 0), 'now')
    const state = faceState(this.#seed, input, this.#attention)
    const drawn = gallery.exact(this.#scene, state)
    if (!drawn) void gallery.draw(this.#scene, state, 'now')
    this.#shown = drawn ?? gallery.nearest(this.#scene, state) ?? this.#shown
    return this.#shown
  }

  close() {
    this.#gallery = undefined
  }
}

/** The moments of speech to come; the nearest last, since the newest wish is drawn first. */
function ahead(input: FaceInput): FaceInput[] {
  const { speech, seconds } = input
  if (!speech) return []
  return AHEAD_SECONDS.map((more) => ({
    seconds: seconds + more,
    speech: { ...speech, seconds: speech.seconds + more },
    listening: false,
  }))
}

/** One step a frame towards listening or away from it. */
function eased(attention: Attention, listening: boolean): Attention {
  if (listening) return attention === 0 ? 1 : attention === 1 ? 2 : 3
  return attention === 3 ? 2 : attention === 2 ? 1 : 0
}

function wall({ avatar, size }: Scene): I420Frame {
  const value = Number.parseInt(ROOMS[AVATARS[avatar].room].wall.slice(1), 16)
  return plainI420([(value >> 16) & 255, (value >> 8) & 255, value & 255], size)
}
