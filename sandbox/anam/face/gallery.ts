import type { AvatarName } from './avatars'
import type { FaceSize } from './draw/frame'
import { FrameCache } from './frame-cache'
import type { I420Frame } from './i420'
import { type FaceState, stateKey } from './motion/face-state'
import type { Painter, Urgency } from './painter'

/** Who, at which size. */
export interface Scene {
  avatar: AvatarName
  size: FaceSize
}

/** Frames that are drawn, and those that are being drawn; one for all sessions. */
export class Gallery {
  readonly #painter: Painter
  readonly #frames: FrameCache
  readonly #underWay = new Map<string, Promise<I420Frame | undefined>>()

  constructor(painter: Painter, limitBytes: number) {
    this.#painter = painter
    this.#frames = new FrameCache(limitBytes)
  }

  get bytes() {
    return this.#frames.bytes
  }

  get count() {
    return this.#frames.size
  }

  /** The frame of a state if it is drawn; never waits. */
  exact(scene: Scene, state: FaceState): I420Frame | undefined {
    return this.#frames.get(sceneKey(scene), state)
  }

  /** The drawn frame most like a state; never waits. */
  nearest(scene: Scene, state: FaceState): I420Frame | undefined {
    return this.#frames.nearest(sceneKey(scene), state)
  }

  /** Has a state drawn unless it is there or under way. Resolves to nothing when it cannot be drawn. */
  async draw(scene: Scene, state: FaceState, urgency: Urgency): Promise<I420Frame | undefined> {
    const key = sceneKey(scene)
    const drawn = this.#frames.get(key, state)
    if (drawn) return drawn
    const job = `${key} ${stateKey(state)}`
    const underWay = this.#underWay.get(job)
    if (underWay) return underWay
    const drawing = this.#painter
      .paint({ kind: 'frame', ...scene, state }, urgency)
      .then((answer) => {
        if (answer.kind !== 'frame') return undefined
        this.#frames.put(key, state, answer.frame)
        return answer.frame
      })
      .catch(() => undefined)
      .finally(() => this.#underWay.delete(job))
    this.#underWay.set(job, drawing)
    return drawing
  }
}

const sceneKey = ({ avatar, size }: Scene) => `${avatar}.${size.width}x${size.height}`
