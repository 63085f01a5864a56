import { ConversationError, type Failure, type FailureCode, failureOf } from './failure'
import type { LedgerClient, LedgerReason } from './ledger-client'
import { limits } from './limits'
import { stopStream } from './microphone'
import type { Place } from './state'
import { after, pause, within } from './time'
import type { ToolsInUse } from './tool-use'
import type { TranscriptMessage } from './transcript'
import type { Connection, Grant, MintRequest, Transport, TransportEvent } from './transport'

/** How far it has come when it fails: nothing open yet, being opened, or the persona was there. */
type Stage = 'mint' | 'connect' | 'live'

/** What an attempt tells beside the transport's own events. */
export type AttemptEvent =
  | { type: 'place'; place: Place }
  /** Words can flow and the first frame is on the screen. Milliseconds since 1970. */
  | { type: 'arrived'; connectedAt: number; place: Place }
  | { type: 'failed'; failure: Failure; stage: Stage }
  | TransportEvent

/** The longest waits, in milliseconds. */
export interface Waits {
  mint: number
  connect: number
  firstFrame: number
  close: number
}

export interface AttemptOptions {
  transport: Transport
  ledger: LedgerClient
  request: MintRequest
  video: HTMLVideoElement
  waits: Waits
  /** When it is known whether there is a microphone. */
  microphone: Promise<unknown>
  /** The stream the persona hears: asked when the connection is opened. */
  stream: () => MediaStream | null
  /** Asked when the connection is opened. */
  muted: () => boolean
  holdMicrophone: () => boolean
  callTool: ToolsInUse['call']
  /** Nothing is told after `failed`, nor after `close`. */
  tell: (event: AttemptEvent) => void
}

/** One token, one connection, one session in the ledger. */
export interface Attempt {
  /** Our id of its session, once there is one. */
  sessionId: () => string | undefined
  connection: () => Connection | undefined
  /**
   * Ends it from any state, once: resolves when nothing is open, with whether the ledger has the
   * end; never rejects.
   */
  close: (reason: LedgerReason, messages: TranscriptMessage[]) => Promise<boolean>
  /** The page goes away: reports by beacon what `close` could no longer report. */
  leave: (messages: TranscriptMessage[]) => void
}

export function beginAttempt(options: AttemptOptions): Attempt {
  const { transport, ledger, request, waits } = options
  const abort = new AbortController()
  const begun = performance.now()
  let grant: Grant | undefined
  let connection: Connection | undefined
  let connecting: Promise<void> | undefined
  let connectedAt = 0
  let closing: Promise<boolean> | undefined
  let over = false
  let reported = false
  let vendorSessionId: string | undefined
  let ready = false
  let firstFrame = false
  let arrived = false
  let frozen = false

  function tell(event: AttemptEvent) {
    if (over) return
    if (event.type === 'failed') over = true
    options.tell(event)
  }

  const fail = (failure: Failure) =>
    tell({ type: 'failed', failure, stage: arrived ? 'live' : connecting ? 'connect' : 'mint' })
  const failAs = (code: FailureCode) => fail({ code })

  /** A mint is never aborted by a cancel: its late answer names the session that must be ended. */
  async function reserve() {
    if (transport.mintsAfterMicrophone) {
      await Promise.race([options.microphone, pause(limits.microphone, abort.signal)])
    }
    if (over) return
    const late = after(waits.mint, () => failAs('mint_timeout'), abort.signal)
    try {
      grant = await transport.mint(request, AbortSignal.timeout(2 * waits.mint))
      const { sessionId, maxSessionSeconds } = grant
      tell({ type: 'place', place: { sessionId, maxSessionSeconds } })
    } catch (error) {
      fail(failureOf(error, 'unexpected_answer'))
    } finally {
      late()
    }
  }

  async function connect(microphone: MediaStream | null) {
    if (!grant || over) return
    connectedAt = Date.now()
    const tooLate = after(waits.connect, () => !ready && failAs('connect_timeout'), abort.signal)
    // The connection stops what it is given; the next one needs the microphone again.
    const heard = microphone?.clone() ?? null
    try {
      connection = await transport.connect(grant, {
        video: options.video,
        microphone: heard,
        muted: options.muted(),
        onEvent: hear,
        holdMicrophone: options.holdMicrophone,
        callTool: (call) => options.callTool(call, abort.signal),
        signal: abort.signal,
      })
    } catch (error) {
      tooLate()
      stopStream(heard)
      if (!abort.signal.aborted || error instanceof ConversationError) {
        // To the vendor's client a missing network looks like a vendor that fails.
        const isOffline = globalThis.navigator?.onLine === false
        fail(isOffline ? { code: 'offline' } : failureOf(error, 'connection_failed'))
      }
    }
  }

  function hear(event: TransportEvent) {
    if (over) return
    if (event.type === 'closed') {
      if (event.reason === 'server_ended' && arrived) return tell(event)
      if (event.failure) return fail(event.failure)
      return failAs(arrived ? 'connection_lost' : 'connection_failed')
    }
    if (event.type === 'ready') {
      ready = true
      vendorSessionId = event.vendorSessionId ?? vendorSessionId
      const isMissing = () => !firstFrame && failAs('no_first_frame')
      if (!firstFrame) after(waits.firstFrame, isMissing, abort.signal)
    }
    if (event.type === 'first-frame') firstFrame = true
    if (event.type === 'unstable' || event.type === 'stable') {
      frozen = event.type === 'unstable'
      // Before it has arrived only the waits above may give it up.
      if (!arrived) return
    }
    tell(event)
    if (ready && firstFrame) arrive()
  }

  function arrive() {
    if (arrived || over || !grant) return
    arrived = true
    const { sessionId, maxSessionSeconds } = grant
    const firstFrameMs = Math.round(performance.now() - begun)
    void ledger.live(sessionId, { vendorSessionId, firstFrameMs })
    tell({ type: 'arrived', connectedAt, place: { sessionId, maxSessionSeconds } })
    if (frozen) tell({ type: 'unstable' })
  }

  async function shut(reason: LedgerReason, messages: TranscriptMessage[]): Promise<boolean> {
    over = true
    abort.abort()
    const report = reserving.then(() => {
      if (!grant || reported) return true
      reported = true
      return ledger.ended(grant.sessionId, reason, messages)
    })
    // A connection that was still being opened closes itself by the signal.
    const closed = Promise.allSettled([connecting?.then(() => connection?.close())])
    const all = Promise.all([report, closed]).then(([isKept]) => isKept)
    return within(waits.close, all, false)
  }

  const reserving = reserve()
  void Promise.all([options.microphone, reserving]).then(() => {
    connecting = connect(options.stream())
  })

  return {
    sessionId: () => grant?.sessionId,
    connection: () => (over ? undefined : connection),
    close: (reason, messages) => (closing ??= shut(reason, messages)),
    leave(messages) {
      if (!grant || reported) return
      reported = ledger.endedByBeacon(grant.sessionId, messages)
    },
  }
}
