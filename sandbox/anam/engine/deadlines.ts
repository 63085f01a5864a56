/** Named timers of one session; setting one again replaces it. */
export class Deadlines {
  readonly #timers = new Map<string, NodeJS.Timeout>()

  /** `run` is given what is due, to run it where its errors are caught. */
  constructor(private readonly run: (act: () => void) => void) {}

  set(name: string, ms: number, act: () => void) {
    this.clear(name)
    const timer = setTimeout(() => this.run(act), ms)
    timer.unref()
    this.#timers.set(name, timer)
  }

  clear(name: string) {
    clearTimeout(this.#timers.get(name))
    this.#timers.delete(name)
  }

  clearAll() {
    for (const timer of this.#timers.values()) clearTimeout(timer)
    this.#timers.clear()
  }
}
