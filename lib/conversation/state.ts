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

export const endReasons = ['visitor', 'time_limit', 'server_ended', 'page_closed'] as const
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
}

export type IdleState = Started & { phase: 'idle' }

export type PreparingState = Started & {
  phase: 'preparing'
  microphone: Microphone
  /** undefined until the server has reserved one. */
  place: Place | undefined
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
export type ReconnectingState = Talk & { phase: 'reconnecting' }
export type EndingState = Talk & { phase: 'ending'; reason: EndReason; endedAt: number }
export type EndedState = Started & { phase: 'ended'; reason: EndReason; seconds: number }
export type FailedState = Started & { phase: 'failed'; failure: Failure }

export type State =
  | IdleState
  | PreparingState
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
