import type { Failure } from './failure'

/** Why the visitor cannot be heard. */
export const microphoneTroubles = [
  'denied',
  'blocked',
  'missing',
  'busy',
  'unanswered',
  'unsupported',
  'lost',
] as const

export type MicrophoneTrouble = (typeof microphoneTroubles)[number]
export type Microphone = 'asking' | 'granted' | 'off' | MicrophoneTrouble
export type SettledMicrophone = Exclude<Microphone, 'asking'>

export const endReasons = [
  'visitor',
  'time_limit',
  'server_ended',
  'page_closed',
  /** Nobody answered when the page asked whether anybody is there. */
  'nobody_there',
  /** The same person went on in another tab or on another device. */
  'taken_over',
  /** The persona asked, the visitor agreed, and goodbye was said. */
  'persona',
] as const
export type EndReason = (typeof endReasons)[number]

/** Counts the starts. What an older start still sends is not heard. */
interface Started {
  generation: number
}

/** What a conversation has from its first frame on. */
export interface Talk extends Started {
  sessionId: string
  microphone: SettledMicrophone
  muted: boolean
  /** Milliseconds since 1970, like `endsAt`. */
  startedAt: number
  endsAt: number
  personaSpeaking: boolean
  visitorSpeaking: boolean
  /** The visitor has said something and the persona has not answered yet. */
  awaitingAnswer: boolean
  /** While the page asks whether anybody is there: when it ends the talk if nobody answers. */
  leavesAt: number | undefined
}

export type IdleState = Started & { phase: 'idle' }

export type PreparingState = Started & {
  phase: 'preparing'
  microphone: Microphone
  /** undefined until the server has reserved one. */
  place: Place | undefined
}

/** Every line at the vendor is taken; the conversation begins by itself when one is free. */
export type WaitingState = Started & {
  phase: 'waiting'
  microphone: Microphone
  since: number
  /** The vendor's guess of the wait from now on, where it has one. */
  estimateSeconds: number | undefined
}

export interface Place {
  sessionId: string
  maxSessionSeconds: number
}

export type ConnectingState = Started & {
  phase: 'connecting'
  microphone: SettledMicrophone
  place: Place
  /** When the connection was begun: the vendor's clock runs from there. */
  since: number
  ready: boolean
  firstFrame: boolean
}

export type LiveState = Talk & { phase: 'live' }
/** frozen: the picture stands still and may come back. lost: a new connection is being opened. */
export type ReconnectingState = Talk & {
  phase: 'reconnecting'
  how: 'frozen' | 'lost'
  since: number
}
export type EndingState = Talk & { phase: 'ending'; reason: EndReason; endedAt: number }
export type EndedState = Started & {
  phase: 'ended'
  sessionId: string
  reason: EndReason
  seconds: number
}
export type FailedState = Started & { phase: 'failed'; failure: Failure }

export type State =
  | IdleState
  | PreparingState
  | WaitingState
  | ConnectingState
  | LiveState
  | ReconnectingState
  | EndingState
  | EndedState
  | FailedState

export type Phase = State['phase']

export const initialState: State = { phase: 'idle', generation: 0 }

/** Nothing is open and nothing is under way. */
export const isAtRest = (state: State): state is IdleState | EndedState | FailedState =>
  state.phase === 'idle' || state.phase === 'ended' || state.phase === 'failed'

/** Words can be exchanged. */
export const isTalking = (state: State): state is LiveState | ReconnectingState =>
  state.phase === 'live' || state.phase === 'reconnecting'

export type Speaker = 'persona' | 'visitor' | 'nobody'

/** Who is heard now; the visitor wins, because the persona falls silent a moment later. */
export function speaker(talk: Talk): Speaker {
  if (talk.visitorSpeaking) return 'visitor'
  return talk.personaSpeaking ? 'persona' : 'nobody'
}
