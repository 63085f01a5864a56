import { type LedgerClient, type LedgerReason, ledgerClient } from './ledger-client'
import { limits } from './limits'
import { type Event, reduce } from './machine'
import { type MicrophoneResult, openMicrophone } from './microphone'
import { type Run, startRun } from './run'
import { initialState, isAtRest, isTalking, type State } from './state'
import { createStore, type Store } from './store'
import { createTranscript, type Transcript } from './transcript'
import type { Grant, Transport } from './transport'

interface StartOptions {
  personaId: string
  video: HTMLVideoElement
  /** `off`: the visitor types and is not asked for a microphone. */
  microphone?: 'ask' | 'off'
  /** Sent as soon as the persona is there. */
  opening?: string
}

/** A conversation for the whole life of a page. All of it works outside React. */
export interface Conversation {
  state: Store<State>
  transcript: Transcript
  /** The visitor's microphone while it is open. */
  stream: Store<MediaStream | null>
  /** The browser wants one more press before it plays sound. */
  soundBlocked: Store<boolean>
  /** Call it directly in the click. A second call while one is under way does nothing. */
  start: (options: StartOptions) => void
  cancel: () => void
  end: () => void
  /** From `ended` or `failed` back to `idle`. */
  dismiss: () => void
  /** Answers whether the words were sent. */
  say: (text: string) => boolean
  interrupt: () => void
  setMuted: (muted: boolean) => void
  chooseMicrophone: (deviceId: string) => Promise<void>
  /** After the press that `soundBlocked` asks for. */
  playSound: () => Promise<void>
  preload: () => void
  /** Watches the page; the returned function ends whatever is open. May be called again. */
  attach: () => () => void
}

export interface ConversationOptions<G extends Grant> {
  transport: Transport<G>
  ledger?: LedgerClient
  microphone?: () => Promise<MicrophoneResult>
}

export function createConversation<G extends Grant>({
  transport,
  ledger = ledgerClient,
  microphone = openMicrophone,
}: ConversationOptions<G>): Conversation {
  const state = createStore<State>(initialState)
  const stream = createStore<MediaStream | null>(null)
  const soundBlocked = createStore(false)
  const transcript = createTranscript()
  let run: Run | undefined
  let released: Promise<void> = Promise.resolve()
  let limit: ReturnType<typeof setTimeout> | undefined
  let video: HTMLVideoElement | undefined
  let opening: string | undefined

  function dispatch(event: Event) {
    const before = state.get()
    const next = reduce(before, event)
    if (next === before) return
    state.set(next)
    if (before.phase === 'connecting' && next.phase === 'live') begin(next.startedAt, next.endsAt)
    if (run && (isAtRest(next) || next.phase === 'ending')) release(run, next)
  }

  function begin(startedAt: number, endsAt: number) {
    transcript.live(startedAt)
    limit = setTimeout(() => end('time_limit'), Math.max(0, endsAt - Date.now()))
    if (opening) say(opening)
  }

  function release(ending: Run, next: State) {
    run = undefined
    clearTimeout(limit)
    transcript.settle()
    soundBlocked.set(false)
    released = ending.close(ledgerReason(next))
    const { generation } = next
    void released.then(() =>
      dispatch({ generation, type: 'CLOSED', reason: 'visitor', at: Date.now() }),
    )
  }

  const end = (reason: 'visitor' | 'time_limit' | 'page_closed') =>
    dispatch({ type: 'END', reason, at: Date.now() })

  function say(text: string) {
    const words = text.trim()
    const connection = run?.connection()
    if (!words || !connection || !isTalking(state.get())) return false
    connection.say(words)
    transcript.typed(words, Date.now())
    dispatch({ type: 'SAID' })
    return true
  }

  return {
    state,
    transcript,
    stream,
    soundBlocked,
    start(options) {
      if (!isAtRest(state.get())) return
      const asks = options.microphone !== 'off'
      transport.preload()
      video = options.video
      opening = options.opening
      transcript.begin(Date.now())
      dispatch({ type: 'START', microphone: asks ? 'asking' : 'off' })
      const { generation } = state.get()
      run = startRun({
        generation,
        personaId: options.personaId,
        video: options.video,
        transport,
        openMicrophone: asks ? microphone : undefined,
        ledger,
        transcript,
        stream,
        previous: released,
        dispatch: (event) => dispatch(atLimit(event, state.get())),
        onSoundBlocked: () => soundBlocked.set(true),
      })
    },
    cancel: () => dispatch({ type: 'CANCEL', at: Date.now() }),
    end: () => end('visitor'),
    dismiss: () => dispatch({ type: 'DISMISS' }),
    say,
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
    chooseMicrophone: async (deviceId) => run?.replaceMicrophone(deviceId),
    async playSound() {
      if (!video) return
      video.muted = false
      await video.play().then(
        () => soundBlocked.set(false),
        () => {},
      )
    },
    preload: () => transport.preload(),
    attach() {
      const leave = () => {
        run?.leave()
        end('page_closed')
      }
      addEventListener('pagehide', leave)
      return () => {
        removeEventListener('pagehide', leave)
        end('page_closed')
      }
    },
  }
}

/** The vendor's clock and ours differ a little: an end at the limit is the limit, whoever was first. */
function atLimit(event: Event, state: State): Event {
  const isLimit =
    event.type === 'CLOSED' && isTalking(state) && event.at >= state.endsAt - limits.endTolerance
  return isLimit ? { ...event, reason: 'time_limit' } : event
}

function ledgerReason(state: State): LedgerReason {
  switch (state.phase) {
    case 'ending':
    case 'ended':
      return state.reason
    case 'failed':
      return 'failed'
    default:
      return 'cancelled'
  }
}
