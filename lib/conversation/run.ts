import { type Attempt, type AttemptEvent, beginAttempt, type Waits } from './attempt'
import { cannotRecover, type Failure } from './failure'
import { createHearing } from './hearing'
import type { LedgerClient, LedgerReason } from './ledger-client'
import { limits } from './limits'
import type { RunEvent } from './machine'
import type { MicrophoneResult } from './microphone'
import { createMicrophoneLine, type MicrophoneLine } from './microphone-line'
import { standInQueue } from './queue'
import type { WritableStore } from './store'
import { onceOnline, pause, within } from './time'
import type { ToolsInUse } from './tool-use'
import type { Transcript, TranscriptMessage } from './transcript'
import type { Connection, Invitation, MintRequest, Transport } from './transport'

export interface RunOptions {
  generation: number
  invitation: Invitation
  takeOver: boolean
  video: HTMLVideoElement
  transport: Transport
  openMicrophone: () => Promise<MicrophoneResult>
  /** false: the visitor chose to type. */
  asks: boolean
  /** Whether a connection that is opened now begins muted. */
  muted: () => boolean
  /** Whether the visitor is not heard while the persona speaks. */
  holdMicrophone: () => boolean
  ledger: LedgerClient
  transcript: Transcript
  callTool: ToolsInUse['call']
  /** The visitor's stream, for a level meter. */
  stream: WritableStore<MediaStream | null>
  /** When the run before this one has left nothing open: its place is taken until then. */
  previous: Promise<unknown>
  dispatch: (event: RunEvent) => void
  onSoundBlocked: () => void
  onQuality: (quality: 'good' | 'poor') => void
  onWarning: () => void
  onBrain: (failure: Failure | undefined) => void
}

/** One start of a conversation and everything it has opened. */
export interface Run {
  connection: () => Connection | undefined
  /**
   * Ends it from any state, once. Resolves when everything is closed and reported, with whether the
   * ledger has the messages; never rejects.
   */
  close: (reason: LedgerReason, messages: TranscriptMessage[]) => Promise<boolean>
  /** The page goes away: reports by beacon what `close` could no longer report. */
  leave: (messages: TranscriptMessage[]) => void
  microphone: Pick<MicrophoneLine, 'choose' | 'ask'>
}

type Outcome = 'arrived' | Failure

const reconnectWaits: Waits = {
  mint: limits.reconnectStep,
  connect: limits.reconnectStep,
  firstFrame: limits.reconnectStep,
  close: limits.close,
}

/**
 * Opens the microphone and asks for a place at once, then connects. Stands in the queue when every
 * line is taken, and opens a new connection, with a new token, when one is lost.
 */
export function startRun(options: RunOptions): Run {
  const { generation, invitation, transport, ledger, transcript, dispatch } = options
  const abort = new AbortController()
  let attempt: Attempt | undefined
  let closing: Promise<boolean> | undefined
  let over = false
  let reconnects = 0
  /** The session that was talked in last, while its end is reported without what was said in it. */
  let unsaved: string | undefined

  const fail = (failure: Failure) => dispatch({ generation, type: 'FAILED', failure })
  const line = createMicrophoneLine(options, () => attempt?.connection())
  const hearing = createHearing(options, () => void lost())

  /** Resolves when the persona is there, or with why it is not. Later losses go to `lost`. */
  function tryOnce(
    request: MintRequest,
    waits: Waits,
    microphone: Promise<unknown>,
  ): Promise<Outcome> {
    return new Promise((resolve) => {
      const tell = (event: AttemptEvent) => {
        if (over) return
        if (event.type === 'failed') {
          if (event.stage !== 'live') resolve(event.failure)
          else if (cannotRecover(event.failure.code)) fail(event.failure)
          else void lost()
          return
        }
        if (event.type === 'arrived') {
          unsaved = undefined
          dispatch({ generation, ...event, type: 'RESUMED' })
          resolve('arrived')
        }
        hearing.hear(event)
      }
      const { video, muted, holdMicrophone, callTool } = options
      const stream = line.current
      attempt = beginAttempt({
        transport,
        ledger,
        request,
        video,
        waits,
        microphone,
        stream,
        muted,
        holdMicrophone,
        callTool,
        tell,
      })
    })
  }

  async function start(microphone: Promise<MediaStream | null>) {
    await options.previous
    if (over) return
    const request: MintRequest = { ...invitation, ...(options.takeOver && { takeOver: true }) }
    async function tryAgain(): Promise<Outcome> {
      await attempt?.close('failed', [])
      return over ? 'arrived' : tryOnce(request, limits, microphone)
    }
    let outcome = await tryOnce(request, limits, microphone)
    // A token that waited too long, behind an unanswered question for example: a new one is asked for.
    if (outcome !== 'arrived' && outcome.code === 'token_refused') outcome = await tryAgain()
    if (outcome !== 'arrived' && outcome.code === 'vendor_busy') {
      outcome = await standInQueue({
        first: outcome,
        transport,
        signal: abort.signal,
        onBusy: (estimateSeconds, since) =>
          dispatch({ generation, type: 'BUSY', at: since, estimateSeconds }),
        tryAgain,
      })
    }
    if (outcome !== 'arrived') fail(outcome)
  }

  /** The connection is gone: a new token and a new client, and what was said is told again. */
  async function lost() {
    const since = Date.now()
    const broken = attempt
    const continues = broken?.sessionId()
    if (over || !broken || !continues) return
    hearing.reset()
    unsaved = continues
    dispatch({ generation, type: 'LOST', at: since })
    transcript.settle()
    await broken.close('connection_lost', [])
    for (let tries = 0; reconnects < limits.reconnects; tries += 1) {
      const left = since + limits.reconnect - Date.now()
      const wait = limits.reconnectPauses[Math.min(tries, limits.reconnectPauses.length - 1)] ?? 0
      if (left <= wait) break
      await pause(wait, abort.signal)
      await onceOnline(left - wait, abort.signal)
      if (over) return
      const request = { ...invitation, continues }
      const outcome = await tryOnce(request, reconnectWaits, Promise.resolve())
      if (over) return
      if (outcome === 'arrived') {
        reconnects += 1
        return
      }
      await attempt?.close('failed', [])
      if (
        outcome.code === 'too_many_sessions' &&
        (await ledger.endReason(continues)) === 'taken_over'
      ) {
        return dispatch({ generation, type: 'CLOSED', reason: 'taken_over', at: Date.now() })
      }
      if (cannotRecover(outcome.code)) return fail(outcome)
    }
    if (!over) fail({ code: 'connection_lost' })
  }

  async function release(reason: LedgerReason, messages: TranscriptMessage[]) {
    over = true
    abort.abort()
    hearing.reset()
    line.close()
    // One copy: in the session that was talked in, not in one that never arrived.
    const reports = [attempt?.close(reason, unsaved ? [] : messages)]
    if (unsaved && messages.length > 0) reports.push(ledger.ended(unsaved, reason, messages))
    const kept = await within(limits.close, Promise.all(reports), [false])
    return kept.every((isKept) => isKept !== false)
  }

  // First of all: iOS grants the microphone only inside the gesture.
  const opening = line.open()
  if (!transport.takesText) {
    void opening.then((stream) => stream ?? (over || fail({ code: 'microphone_needed' })))
  }
  void start(opening)

  return {
    connection: () => (over ? undefined : attempt?.connection()),
    close: (reason, messages) => (closing ??= release(reason, messages)),
    leave(messages) {
      attempt?.leave(unsaved ? [] : messages)
      if (!unsaved || messages.length === 0) return
      if (ledger.endedByBeacon(unsaved, messages)) unsaved = undefined
    },
    microphone: line,
  }
}
