import type { CloseFault, Fault, MintFault, OpeningFault, ReplyFault } from './fault'

interface Armed {
  fault: Fault
  left: number
}

const isMint = (fault: Fault): fault is MintFault => fault.kind === 'client-secret'
const isTimed = (fault: Fault): fault is CloseFault =>
  fault.kind === 'close' && fault.afterMs !== undefined
const isOpening = (fault: Fault): fault is OpeningFault =>
  (fault.kind === 'close' && fault.afterMs === undefined && fault.at !== 'reply') ||
  (fault.kind === 'stall' && fault.at === 'open')
const isInReply = (fault: Fault): fault is ReplyFault =>
  fault.kind === 'bad-frame' ||
  (fault.kind === 'close' && fault.at === 'reply') ||
  (fault.kind === 'stall' && fault.at !== 'open')

/** The faults that tests have asked for. Taking one counts as its having struck. */
export class Faults {
  #armed: Armed[] = []

  get list(): Fault[] {
    return this.#armed.map(({ fault, left }) =>
      Number.isFinite(left) ? { ...fault, times: left } : fault,
    )
  }

  arm(fault: Fault) {
    const times = 'times' in fault ? fault.times : undefined
    this.#armed.push({ fault, left: times ?? Number.POSITIVE_INFINITY })
  }

  clear() {
    this.#armed = []
  }

  takeMint = () => this.#take(isMint)
  /** What happens to a connection at its opening. */
  takeOpening = () => this.#take(isOpening)
  /** What happens to a connection some time after its opening. */
  takeTimed = () => this.#take(isTimed)
  takeInReply = () => this.#take(isInReply)

  #take<F extends Fault>(isMeant: (fault: Fault) => fault is F): F | undefined {
    for (const armed of this.#armed) {
      const { fault } = armed
      if (!isMeant(fault)) continue
      armed.left--
      if (armed.left <= 0) this.#armed = this.#armed.filter((other) => other !== armed)
      return fault
    }
    return undefined
  }
}
