import type { Fault } from './fault'

interface Armed {
  fault: Fault
  left: number
}

/** The faults that tests have asked for. Taking one counts as its having struck. */
export class Faults {
  #armed: Armed[] = []

  get list(): Fault[] {
    return this.#armed.map(({ fault, left }) =>
      Number.isFinite(left) ? { ...fault, times: left } : fault,
    )
  }

  arm(fault: Fault) {
    this.#armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })
  }

  clear() {
    this.#armed = []
  }

  /** The fault that a request meets, by its last message where it has one. */
  take(kind: Fault['kind'], message = ''): Fault | undefined {
    const armed = this.#armed.find(
      ({ fault }) => fault.kind === kind && message.includes(fault.match ?? ''),
    )
    if (!armed) return undefined
    armed.left--
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed)
    return armed.fault
  }
}
