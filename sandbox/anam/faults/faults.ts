import type { Fault, HttpFault, LiveFault, OpeningFault } from './fault'

interface Armed {
  fault: Fault
  left: number
}

const isHttp = (fault: Fault): fault is HttpFault =>
  ['session-token', 'engine-session', 'catalogue', 'sessions'].includes(fault.kind)
const isOpening = (fault: Fault): fault is OpeningFault =>
  ['slow-start', 'no-video', 'ice-failure'].includes(fault.kind)
const isLive = (fault: Fault): fault is LiveFault => !isHttp(fault) && !isOpening(fault)

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

  takeHttp(kind: HttpFault['kind'], clientLabel?: string): HttpFault | undefined {
    return this.#take(isHttp, clientLabel, kind)
  }

  takeOpening(kind: OpeningFault['kind'], clientLabel?: string): OpeningFault | undefined {
    return this.#take(isOpening, clientLabel, kind)
  }

  takeLive(clientLabel?: string): LiveFault | undefined {
    return this.#take(isLive, clientLabel)
  }

  #take<F extends Fault>(
    isOfGroup: (fault: Fault) => fault is F,
    clientLabel: string | undefined,
    kind?: F['kind'],
  ): F | undefined {
    for (const armed of this.#armed) {
      const { fault } = armed
      const isInScope = fault.clientLabel === undefined || fault.clientLabel === clientLabel
      if (!isOfGroup(fault) || !isInScope || (kind && fault.kind !== kind)) continue
      armed.left--
      if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed)
      return fault
    }
    return undefined
  }
}
