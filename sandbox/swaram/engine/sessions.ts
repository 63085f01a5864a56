import type { WebSocket } from 'ws'
import type { CloseFault, Dialect } from '../faults/fault'
import type { Faults } from '../faults/faults'
import type { ModelId, SessionInput } from '../token/session-settings'
import { Outlet } from './outlet'
import { VoiceSession } from './voice-session'

const MOST_CLOSED = 50

export interface Plan {
  /** At once. */
  connections: number
  /** Seconds of speech that are paid for. */
  creditSeconds: number
  /** How fast replies are streamed, in times real time. */
  pace: number
}

/** What the stand-in's account has, unless a test wants something else. */
export const PLAN: Plan = { connections: 5, creditSeconds: Number.POSITIVE_INFINITY, pace: 1 }

export interface ClosedSession {
  id: string
  code: number
  seconds: number
}

/** The connections of the account, and what its plan allows. */
export class Sessions {
  dialect: Dialect = 'minimal'
  /** The newest last. */
  readonly closed: ClosedSession[] = []
  readonly #open = new Map<WebSocket, VoiceSession>()

  constructor(
    public plan: Plan,
    private readonly faults: Faults,
    private readonly log: (line: string) => void,
  ) {}

  get open(): VoiceSession[] {
    return [...this.#open.values()]
  }

  /** Turns a connection away: the upgrade has been accepted, since browsers see no other answer. */
  refuse(socket: WebSocket, code: number) {
    this.#guard(socket)
    new Outlet(socket, this.dialect).close(code)
  }

  admit(socket: WebSocket, model: ModelId, carried: SessionInput | undefined) {
    const { faults, dialect, log } = this
    const fault = faults.takeOpening()
    if (fault?.kind === 'close') return this.refuse(socket, fault.code)
    if (this.plan.creditSeconds <= 0) return this.refuse(socket, 4003)
    if (this.#open.size >= this.plan.connections) return this.refuse(socket, 4008)
    this.#guard(socket)
    const spend = (seconds: number) => this.#spend(session, seconds)
    const pace = () => this.plan.pace
    const settings = { model, carried, dialect }
    const session = new VoiceSession({ socket, ...settings, faults, pace, spend, log })
    this.#open.set(socket, session)
    socket.on('close', (code) => {
      this.#open.delete(socket)
      const seconds = (Date.now() - session.openedAt) / 1_000
      this.closed.push({ id: session.id, code, seconds })
      if (this.closed.length > MOST_CLOSED) this.closed.shift()
    })
    if (fault?.kind === 'stall') session.outlet.stalled = true
    session.begin()
    const timed = faults.takeTimed()
    if (timed) this.#closeLater(session, timed)
  }

  /** Strikes what is open; false when nothing is. */
  strike(fault: CloseFault): boolean {
    for (const session of this.open) this.#closeLater(session, fault)
    return this.#open.size > 0
  }

  endAll() {
    for (const socket of this.#open.keys()) socket.terminate()
  }

  #closeLater(session: VoiceSession, { code, afterMs = 0 }: CloseFault) {
    setTimeout(() => session.outlet.close(code), afterMs).unref()
  }

  #spend(session: VoiceSession, seconds: number) {
    this.plan.creditSeconds -= seconds
    if (this.plan.creditSeconds <= 0) session.outlet.close(4003)
  }

  /** What a connection does wrong ends at most that connection. */
  #guard(socket: WebSocket) {
    socket.on('error', (error) => this.log(error.message))
  }
}
