import { ConversationError, type FailureCode, failureOf } from './failure'
import type { LedgerClient, LedgerReason } from './ledger-client'
import { limits } from './limits'
import type { RunEvent } from './machine'
import { type MicrophoneResult, stopStream } from './microphone'
import type { SettledMicrophone } from './state'
import type { WritableStore } from './store'
import { after, within } from './time'
import type { Transcript } from './transcript'
import type { Connection, Grant, Transport, TransportEvent } from './transport'

export interface RunOptions<G extends Grant> {
  generation: number
  personaId: string
  video: HTMLVideoElement
  transport: Transport<G>
  /** undefined: the visitor chose to type. */
  openMicrophone: (() => Promise<MicrophoneResult>) | undefined
  ledger: LedgerClient
  transcript: Transcript
  /** The stream in use, for a level meter. */
  stream: WritableStore<MediaStream | null>
  /** When the run before this one has left nothing open: its place is taken until then. */
  previous: Promise<void>
  dispatch: (event: RunEvent) => void
  onSoundBlocked: () => void
}

/** One start of a conversation and everything it has opened. */
export interface Run {
  connection: () => Connection | undefined
  /** Ends it from any state, once. Resolves when everything is closed and reported; never rejects. */
  close: (reason: LedgerReason) => Promise<void>
  /** The page goes away: reports by beacon what `close` could no longer report. */
  leave: () => void
  /** The device took the place of the one before, or the reason why it could not. */
  replaceMicrophone: (deviceId: string) => Promise<void>
}

/** Opens the microphone and asks for a place at once, then connects. */
export function startRun<G extends Grant>(options: RunOptions<G>): Run {
  const { generation, transport, ledger, transcript, dispatch } = options
  const abort = new AbortController()
  const begun = performance.now()
  let grant: G | undefined
  let connection: Connection | undefined
  let connecting: Promise<void> | undefined
  let closing: Promise<void> | undefined
  let over = false
  let reported = false
  let vendorSessionId: string | undefined
  let ready = false
  let firstFrame = false
  /** The message that the persona is saying. */
  let speakingId: string | undefined

  const fail = (code: FailureCode) => dispatch({ generation, type: 'FAILED', failure: { code } })

  async function settleMicrophone(opening: Promise<MicrophoneResult> | undefined) {
    let status: SettledMicrophone = 'off'
    if (opening) {
      const result = await within(limits.microphone, opening, { status: 'unanswered' as const })
      if (result.status === 'granted') keep(result.stream)
      // An answer that comes too late must not leave a live track behind.
      else void opening.then((late) => late.status === 'granted' && stopStream(late.stream))
      status = result.status
    }
    dispatch({ generation, type: 'MICROPHONE', microphone: status, at: Date.now() })
  }

  function keep(stream: MediaStream) {
    if (over) return stopStream(stream)
    options.stream.set(stream)
    for (const track of stream.getAudioTracks()) {
      track.addEventListener('ended', () => {
        if (options.stream.get() !== stream) return
        options.stream.set(null)
        dispatch({ generation, type: 'MICROPHONE', microphone: 'lost', at: Date.now() })
      })
    }
  }

  /** A mint is never aborted by a cancel: its late answer names the session that must be ended. */
  async function reservePlace() {
    const late = after(limits.mint, () => fail('mint_timeout'), abort.signal)
    try {
      await options.previous
      if (over) return
      grant = await transport.mint(
        { personaId: options.personaId },
        AbortSignal.timeout(2 * limits.mint),
      )
      const { sessionId, maxSessionSeconds } = grant
      dispatch({
        generation,
        type: 'PLACE',
        place: { sessionId, maxSessionSeconds },
        at: Date.now(),
      })
    } catch (error) {
      dispatch({ generation, type: 'FAILED', failure: failureOf(error, 'unexpected_answer') })
    } finally {
      late()
    }
  }

  async function connect() {
    if (!grant || over) return
    const tooLate = after(limits.connect, () => !ready && fail('connect_timeout'), abort.signal)
    try {
      connection = await transport.connect(grant, {
        video: options.video,
        microphone: options.stream.get(),
        onEvent: hear,
        signal: abort.signal,
      })
    } catch (error) {
      tooLate()
      if (!abort.signal.aborted || error instanceof ConversationError) {
        dispatch({ generation, type: 'FAILED', failure: failureOf(error, 'connection_failed') })
      }
    }
  }

  function hear(event: TransportEvent) {
    if (over) return
    const at = Date.now()
    switch (event.type) {
      case 'ready':
        ready = true
        vendorSessionId = event.vendorSessionId ?? vendorSessionId
        if (!firstFrame) {
          after(limits.firstFrame, () => !firstFrame && fail('no_first_frame'), abort.signal)
        }
        dispatch({ generation, type: 'READY', at })
        return arrive()
      case 'first-frame':
        firstFrame = true
        dispatch({ generation, type: 'FIRST_FRAME', at })
        return arrive()
      case 'sound-blocked':
        return options.onSoundBlocked()
      case 'words':
        transcript.words(event, at)
        if (event.role === 'user') return
        // The end of an earlier message may come while the next one is being said.
        if (event.final && event.messageId !== speakingId) return
        speakingId = event.final ? undefined : event.messageId
        return dispatch({ generation, type: 'PERSONA_SPEECH', on: !event.final })
      case 'visitor-speech':
        return dispatch({ generation, type: 'VISITOR_SPEECH', on: event.on })
      case 'unstable':
        return dispatch({ generation, type: 'UNSTABLE' })
      case 'stable':
        return dispatch({ generation, type: 'STABLE' })
      case 'warning':
        return console.warn(`The persona's service says: ${event.message}`)
      case 'closed':
        if (event.reason === 'server_ended' && ready && firstFrame) {
          return dispatch({ generation, type: 'CLOSED', reason: 'server_ended', at })
        }
        return fail(ready && firstFrame ? 'connection_lost' : 'connection_failed')
    }
  }

  let arrived = false
  function arrive() {
    if (arrived || !ready || !firstFrame || !grant) return
    arrived = true
    // A greeting can begin before its first frame is on the screen.
    if (speakingId) dispatch({ generation, type: 'PERSONA_SPEECH', on: true })
    const firstFrameMs = Math.round(performance.now() - begun)
    void ledger.live(grant.sessionId, { vendorSessionId, firstFrameMs })
  }

  async function release(reason: LedgerReason) {
    over = true
    abort.abort()
    stopStream(options.stream.get())
    options.stream.set(null)
    const messages = transcript.messages()
    const report = place.then(async () => {
      if (!grant || reported) return
      reported = true
      await ledger.ended(grant.sessionId, reason, messages)
    })
    // A connection that was still being opened closes itself by the signal.
    const shut = connecting?.then(() => connection?.close())
    await within(limits.close, Promise.allSettled([report, shut, connection?.close()]), undefined)
  }

  // First of all: iOS grants the microphone only inside the gesture.
  const microphone = settleMicrophone(options.openMicrophone?.())
  const place = reservePlace()
  void Promise.all([microphone, place]).then(() => {
    connecting = connect()
  })

  return {
    connection: () => (over ? undefined : connection),
    close: (reason) => (closing ??= release(reason)),
    leave() {
      if (!grant || reported) return
      reported = true
      ledger.endedByBeacon(grant.sessionId, transcript.messages())
    },
    async replaceMicrophone(deviceId) {
      if (!connection || over) return
      try {
        keep(await connection.replaceMicrophone(deviceId))
        dispatch({ generation, type: 'MICROPHONE', microphone: 'granted', at: Date.now() })
      } catch {
        options.stream.set(null)
        dispatch({ generation, type: 'MICROPHONE', microphone: 'lost', at: Date.now() })
      }
    },
  }
}
