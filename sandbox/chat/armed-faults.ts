/** What every fault of a chat stand-in has. */
interface Fault {
  /** Where it strikes. */
  kind: string
  /** Only where this stands in the last message of a request. */
  match?: string | undefined
  /** How often it strikes; for ever when left out. */
  times?: number | undefined
}

/** The faults that tests have asked for. Taking one counts as its having struck. */
export class ArmedFaults<F extends Fault> {
  #armed: { fault: F; left: number }[] = []

  get list(): F[] {
    return this.#armed.map(({ fault, left }) =>
      Number.isFinite(left) ? { ...fault, times: left } : fault,
    )
  }

  arm(fault: F) {
    this.#armed.push({ fault, left: fault.times ?? Number.POSITIVE_INFINITY })
  }

  clear() {
    this.#armed = []
  }

  /** The fault that a request meets, by its last message where it has one. */
  take(kind: F['kind'], message = ''): F | undefined {
    const armed = this.#armed.find(
      ({ fault }) => fault.kind === kind && message.includes(fault.match ?? ''),
    )
    if (!armed) return undefined
    armed.left--
    if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed)
    return armed.fault
  }
}
