import { AuthError, type PrivyApi, toAuthError } from './privy-api'

const readyWithinMs = 12_000
const answerWithinMs = 15_000

/** Rejects as `unreachable` when `promise` takes longer. */
function limited<Value>(promise: Promise<Value>, ms: number): Promise<Value> {
  let timer: ReturnType<typeof setTimeout>
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AuthError('unreachable')), ms)
  })
  return Promise.race([promise, tooLate]).finally(() => clearTimeout(timer))
}

/**
 * Privy on demand. The page mounts its SDK once somebody asks for it, and again after a failure;
 * the SDK's hooks leave their latest functions here, and whoever needs one waits for it here.
 */
export class PrivyHandle {
  #attempt = 0
  #api: PrivyApi | undefined
  #error: AuthError | undefined
  readonly #listeners = new Set<() => void>()

  /** Which mounting of the SDK is wanted; 0 is none. For `useSyncExternalStore`. */
  readonly attempt = () => this.#attempt

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => {
      this.#listeners.delete(listener)
    }
  }

  /** The SDK's latest functions, or why there are none. */
  readonly report = (outcome: PrivyApi | AuthError) => {
    if (outcome instanceof AuthError) this.#error = outcome
    else {
      this.#api = outcome
      this.#error = undefined
    }
    this.#changed()
  }

  /** Begins to load the SDK; harmless to repeat. */
  readonly load = () => {
    if (this.#attempt === 0) this.#mountAgain()
  }

  /**
   * Uses the SDK: loads it if need be, after a failure anew. Rejects with an `AuthError` when it
   * is not ready within `withinMs`, or does not answer in 15 s more.
   */
  async use<Value>(
    act: (privy: PrivyApi) => Promise<Value>,
    withinMs = readyWithinMs,
  ): Promise<Value> {
    if (this.#error) this.#mountAgain()
    else this.load()
    const privy = await limited(this.#ready(), withinMs).catch((error: unknown) => {
      // Too late counts as failed, so that the next use begins anew.
      this.#error = toAuthError(error)
      throw this.#error
    })
    return limited(act(privy), answerWithinMs)
  }

  #mountAgain() {
    this.#error = undefined
    // What the SDK of the last mounting handed out is dead.
    this.#api = undefined
    this.#attempt++
    this.#changed()
  }

  #ready(): Promise<PrivyApi> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        if (this.#api) resolve(this.#api)
        else if (this.#error) reject(this.#error)
        else return
        stop()
      }
      const stop = this.subscribe(settle)
      settle()
    })
  }

  #changed() {
    for (const listener of [...this.#listeners]) listener()
  }
}
