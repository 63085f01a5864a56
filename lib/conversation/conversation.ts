import type { StageDisplay } from './display'
import type { Failure } from './failure'
import type { Kept } from './keeping'
import type { Feedback } from './ledger-client'
import type { State } from './state'
import type { Store } from './store'
import type { Transcript } from './transcript'
import type { Invitation } from './transport'

interface StartOptions {
  invitation: Invitation
  video: HTMLVideoElement
  /** `off`: the visitor types and is not asked for a microphone. */
  microphone?: 'ask' | 'off'
  /** The device the visitor prefers, asked whenever a microphone is opened. */
  microphoneId?: () => string | undefined
  /** Sent as soon as the persona is there. */
  opening?: string
  /** Ends whatever this visitor has open elsewhere. */
  takeOver?: boolean
}

/** A conversation as the room handles it: stores to read, presses to make. */
export interface Conversation {
  state: Store<State>
  transcript: Transcript
  /** What the persona's tools have put on the stage. */
  display: StageDisplay
  /** The visitor's microphone while it is open. */
  stream: Store<MediaStream | null>
  /** The browser wants one more press before it plays sound. */
  soundBlocked: Store<boolean>
  /** How well the network carries it. */
  quality: Store<'good' | 'poor'>
  /** The vendor has given a warning; its words are not for visitors. */
  warned: Store<boolean>
  /** Why the service that thinks for the persona gave no answer to what was said last. */
  brainFailure: Store<Failure | undefined>
  /** Whether the server has the transcript of the conversation that is over. */
  kept: Store<Kept>
  /** Call it directly in the click. A second call while one is under way does nothing. */
  start: (options: StartOptions) => void
  cancel: () => void
  end: () => void
  /** From `ended` or `failed` back to `idle`. */
  dismiss: () => void
  /** Somebody is there: the answer to `leavesAt`. */
  here: () => void
  /**
   * Answers whether the words are on their way; while a lost connection is opened again they wait,
   * as `pending` turns.
   */
  say: (text: string) => boolean
  /** After `kept` is `failed`. */
  saveAgain: () => Promise<void>
  /** Answers whether it was kept. */
  rate: (sessionId: string, feedback: Feedback) => Promise<boolean>
  interrupt: () => void
  setMuted: (muted: boolean) => void
  /** Another device takes over without a new session. */
  chooseMicrophone: (deviceId: string) => Promise<void>
  /** Asks once more for a microphone that could not be had. Call it directly in the click. */
  askMicrophone: () => Promise<void>
  /** After the press that `soundBlocked` asks for. */
  playSound: () => Promise<void>
  preload: () => void
  /** Watches the page; the returned function ends whatever is open. May be called again. */
  attach: () => () => void
}
