import type { ChatSource } from '../chat/chat-source'
import { withBrains } from './brain-transport'
import type { Conversation } from './conversation'
import type { Failure } from './failure'
import { createKeeping } from './keeping'
import { type LedgerClient, ledgerClient } from './ledger-client'
import { limits } from './limits'
import { type Event, reduce } from './machine'
import { type MicrophoneResult, openMicrophone } from './microphone'
import { watchPage } from './page-life'
import { createPresence } from './presence'
import { atLimit, ledgerReason } from './reasons'
import { resumeContext } from './resume-context'
import { type Run, startRun } from './run'
import { type EndReason, initialState, isAtRest, isTalking, type State } from './state'
import { createStore } from './store'
import { within } from './time'
import { createToolUse } from './tool-use'
import { createTranscript, isSaid } from './transcript'
import type { Transport } from './transport'

export interface ConversationOptions {
  /** The way to talk that is chosen now. Asked at each start. */
  transport: () => Transport
  ledger?: LedgerClient
  microphone?: (deviceId: string | undefined) => Promise<MicrophoneResult>
  /** Whether what was said is sent to the server at the end. Asked then. */
  keepsTranscript?: () => boolean
  /** Whether a talk begins muted, as in push to talk. Asked when it is opened. */
  startsMuted?: () => boolean
  /** Whether the visitor is not heard while the persona speaks. Asked for each reply. */
  holdsMicrophone?: () => boolean
  /** A timer of the persona's is over. */
  ring?: () => void
  /** How to chat with the service that thinks for a persona, by its id. */
  chatWith?: (vendor: string) => Promise<ChatSource>
}

/** Code that only some personas need. */
const chatByServer = async (vendor: string) =>
  (await import('../chat/proxy-source')).proxySource({ vendor })

/** A conversation for the whole life of a page. All of it works outside React. */
export function createConversation({
  transport,
  ledger = ledgerClient,
  microphone = openMicrophone,
  keepsTranscript = () => true,
  startsMuted = () => false,
  holdsMicrophone = () => false,
  ring = () => {},
  chatWith = chatByServer,
}: ConversationOptions): Conversation {
  const state = createStore<State>(initialState)
  const stream = createStore<MediaStream | null>(null)
  const soundBlocked = createStore(false)
  const quality = createStore<'good' | 'poor'>('good')
  const warned = createStore(false)
  const brainFailure = createStore<Failure | undefined>(undefined)
  const transcript = createTranscript()
  const keeping = createKeeping({ ledger, transcript, keepsTranscript })
  const presence = createPresence({
    onAsk: (leavesAt) => dispatch({ type: 'ALONE', leavesAt }),
    onGone: () => end('nobody_there'),
  })
  const tools = createToolUse({
    transcript,
    connection: () => run?.connection(),
    secondsLeft() {
      const now = state.get()
      // Before the first frame nobody knows; it is not long.
      return isTalking(now) ? (now.endsAt - Date.now()) / 1000 : Number.POSITIVE_INFINITY
    },
    ring,
    onGoodbye: () => end('persona'),
  })
  let run: Run | undefined
  let released: Promise<unknown> = Promise.resolve()
  let limit: ReturnType<typeof setTimeout> | undefined
  let video: HTMLVideoElement | undefined
  let opening: string | undefined
  /** The end of the last conversation did not reach the server, which still holds its place. */
  let isUntold = false

  function dispatch(event: Event) {
    const before = state.get()
    const next = reduce(before, event)
    if (next === before) return
    state.set(next)
    if (before.phase === 'connecting' && next.phase === 'live') begin(next.startedAt, next.endsAt)
    if (before.phase === 'reconnecting' && before.how === 'lost' && next.phase === 'live') {
      resume(next.muted, next.endsAt)
    }
    if (event.type === 'LOST') {
      // What the next connection is like it tells itself.
      quality.set('good')
      soundBlocked.set(false)
    }
    tools.speech(isTalking(next) && next.personaSpeaking)
    if (isTalking(next) && (next.personaSpeaking || next.visitorSpeaking)) presence.sign()
    if (run && (isAtRest(next) || next.phase === 'ending')) {
      release(run, next, isTalking(before) ? before.sessionId : undefined)
    }
  }

  function begin(startedAt: number, endsAt: number) {
    transcript.live(startedAt)
    presence.begin()
    if (startsMuted()) dispatch({ type: 'MUTED', muted: true })
    endAt(endsAt)
    if (opening) say(opening)
  }

  function endAt(endsAt: number) {
    clearTimeout(limit)
    limit = setTimeout(() => end('time_limit'), Math.max(0, endsAt - Date.now()))
  }

  /** A new connection knows nothing of what was said, nor of a press while it was being opened. */
  function resume(muted: boolean, endsAt: number) {
    endAt(endsAt)
    const connection = run?.connection()
    const turns = transcript.turns.get()
    // A tool that the loss cut off was no answer either.
    const last = turns.findLast((turn) => (isSaid(turn) ? !turn.pending : turn.state !== 'failed'))
    // Whether it still got through nobody knows: it was not answered.
    const unanswered = last?.role === 'user' ? last : undefined
    const context = resumeContext(turns.filter((turn) => turn !== unanswered))
    if (context) connection?.addContext(context)
    connection?.setMuted(muted)
    if (connection) tools.resume(connection)
    if (unanswered) connection?.say(unanswered.text)
    for (const text of transcript.flush()) connection?.say(text)
  }

  function release(ending: Run, next: State, sessionId: string | undefined) {
    run = undefined
    clearTimeout(limit)
    presence.end()
    tools.end()
    transcript.settle()
    soundBlocked.set(false)
    quality.set('good')
    warned.set(false)
    brainFailure.set(undefined)
    const messages = keeping.messages()
    const reason = ledgerReason(next)
    const closing = ending.close(reason, messages)
    released = closing
    if (sessionId && messages.length > 0) void keeping.follow({ sessionId, reason }, closing)
    void closing.then(async (isTold) => {
      isUntold = !isTold
      const { generation } = next
      const reason = await endReason(next)
      dispatch({ generation, type: 'CLOSED', reason, at: Date.now() })
    })
  }

  /** The vendor only says that it was ended; whether the visitor went on elsewhere the ledger knows. */
  async function endReason(next: State): Promise<EndReason> {
    if (next.phase !== 'ending') return 'visitor'
    if (next.reason !== 'server_ended') return next.reason
    const known = await within(limits.close, ledger.endReason(next.sessionId), undefined)
    return known === 'taken_over' ? known : next.reason
  }

  const end = (reason: EndReason) => dispatch({ type: 'END', reason, at: Date.now() })

  function say(text: string) {
    const words = text.trim()
    const now = state.get()
    if (!words || !isTalking(now)) return false
    const connection =
      now.phase === 'reconnecting' && now.how === 'lost' ? undefined : run?.connection()
    connection?.say(words)
    transcript.typed(words, Date.now(), !connection)
    presence.sign()
    dispatch({ type: 'SAID' })
    return true
  }

  return {
    state,
    transcript,
    display: tools.display,
    stream,
    soundBlocked,
    quality,
    warned,
    brainFailure,
    kept: keeping.kept,
    start(options) {
      if (!isAtRest(state.get())) return
      const asks = options.microphone !== 'off'
      const chosen = transport()
      chosen.preload()
      video = options.video
      opening = options.opening
      transcript.begin(Date.now())
      keeping.begin()
      dispatch({ type: 'START', microphone: asks ? 'asking' : 'off' })
      const { generation } = state.get()
      if (!chosen.isSupported()) {
        return dispatch({ generation, type: 'FAILED', failure: { code: 'browser_unsupported' } })
      }
      run = startRun({
        generation,
        invitation: options.invitation,
        takeOver: options.takeOver || isUntold,
        video: options.video,
        transport: withBrains(chosen, { transcript, chatWith }),
        holdMicrophone: holdsMicrophone,
        openMicrophone: () => microphone(options.microphoneId?.()),
        asks,
        muted() {
          const now = state.get()
          return isTalking(now) ? now.muted : startsMuted()
        },
        ledger,
        transcript,
        callTool: tools.call,
        stream,
        previous: released,
        dispatch: (event) => dispatch(atLimit(event, state.get())),
        onSoundBlocked: () => soundBlocked.set(true),
        onQuality: quality.set,
        onWarning: () => warned.set(true),
        onBrain: brainFailure.set,
      })
    },
    cancel: () => dispatch({ type: 'CANCEL', at: Date.now() }),
    end: () => end('visitor'),
    dismiss: () => dispatch({ type: 'DISMISS' }),
    here: presence.sign,
    say,
    saveAgain: keeping.saveAgain,
    rate: (sessionId, feedback) => ledger.feedback(sessionId, feedback),
    interrupt() {
      const { generation } = state.get()
      run?.connection()?.interrupt()
      dispatch({ generation, type: 'PERSONA_SPEECH', on: false })
    },
    setMuted(muted) {
      if (!isTalking(state.get())) return
      run?.connection()?.setMuted(muted)
      dispatch({ type: 'MUTED', muted })
    },
    chooseMicrophone: async (deviceId) => run?.microphone.choose(deviceId),
    askMicrophone: async () => run?.microphone.ask(),
    async playSound() {
      if (!video) return
      video.muted = false
      const playing = run?.connection()?.playSound?.() ?? video.play()
      await playing.then(
        () => soundBlocked.set(false),
        () => {},
      )
    },
    preload: () => transport().preload(),
    attach() {
      const stop = watchPage({
        onSign: presence.sign,
        onLeave() {
          run?.leave(keeping.messages())
          end('page_closed')
        },
      })
      return () => {
        stop()
        end('page_closed')
      }
    },
  }
}
