import type { I420Frame } from './i420'
import { type FaceState, stateDistance, stateKey } from './motion/face-state'

interface Kept {
  scene: string
  state: FaceState
  frame: I420Frame
}

/** Drawn frames by scene (who, at which size) and state, bounded in bytes: the ones unused longest go first. */
export class FrameCache {
  readonly #limit: number
  readonly #kept = new Map<string, Kept>()
  #bytes = 0

  constructor(limitBytes: number) {
    this.#limit = limitBytes
  }

  get bytes() {
    return this.#bytes
  }

  get size() {
    return this.#kept.size
  }

  get(scene: string, state: FaceState): I420Frame | undefined {
    const key = `${scene} ${stateKey(state)}`
    const hit = this.#kept.get(key)
    if (!hit) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, hit)
    return hit.frame
  }

  put(scene: string, state: FaceState, frame: I420Frame) {
    const key = `${scene} ${stateKey(state)}`
    this.#remove(key)
    this.#kept.set(key, { scene, state, frame })
    this.#bytes += frame.data.byteLength
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limit) break
      this.#remove(oldest)
    }
  }

  /** The drawn frame that looks most like a state. */
  nearest(scene: string, state: FaceState): I420Frame | undefined {
    let best: I420Frame | undefined
    let least = Number.POSITIVE_INFINITY
    for (const kept of this.#kept.values()) {
      if (kept.scene !== scene) continue
      const distance = stateDistance(kept.state, state)
      if (distance < least) {
        least = distance
        best = kept.frame
      }
    }
    return best
  }

  #remove(key: string) {
    const kept = this.#kept.get(key)
    if (!kept) return
    this.#kept.delete(key)
    this.#bytes -= kept.frame.data.byteLength
  }
}
