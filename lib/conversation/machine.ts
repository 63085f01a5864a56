import type { Failure } from './failure'
import {
  type ConnectingState,
  type EndReason,
  isAtRest,
  isTalking,
  type Microphone,
  type Place,
  type PreparingState,
  type SettledMicrophone,
  type State,
  type Talk,
} from './state'

/** What the visitor does. */
type VisitorEvent =
  | { type: 'START'; microphone: 'asking' | 'off' }
  | { type: 'CANCEL'; at: number }
  | { type: 'END'; at: number; reason: EndReason }
  | { type: 'SAID' }
  | { type: 'MUTED'; muted: boolean }
  | { type: 'DISMISS' }

/** What a start brings about; `generation` says which one. */
export type RunEvent = { generation: number } & (
  | { type: 'MICROPHONE'; microphone: SettledMicrophone; at: number }
  | { type: 'PLACE'; place: Place; at: number }
  | { type: 'READY'; at: number }
  | { type: 'FIRST_FRAME'; at: number }
  | { type: 'PERSONA_SPEECH'; on: boolean }
  | { type: 'VISITOR_SPEECH'; on: boolean }
  | { type: 'UNSTABLE' }
  | { type: 'STABLE' }
  | { type: 'FAILED'; failure: Failure }
  | { type: 'CLOSED'; reason: EndReason; at: number }
)

export type Event = VisitorEvent | RunEvent

/** The whole life of a conversation. What is not legal in a state leaves it as it is. */
export function reduce(state: State, event: Event): State {
  if ('generation' in event) {
    return event.generation === state.generation ? reduceRun(state, event) : state
  }
  switch (event.type) {
    case 'START':
      if (!isAtRest(state)) return state
      return {
        phase: 'preparing',
        generation: state.generation + 1,
        microphone: event.microphone,
        place: undefined,
      }
    case 'DISMISS':
      return isAtRest(state) ? idle(state) : state
    case 'CANCEL':
      return stop(state, 'visitor', event.at)
    case 'END':
      return stop(state, event.reason, event.at)
    case 'SAID':
      return isTalking(state) ? change(state, { awaitingAnswer: true }) : state
    case 'MUTED':
      return isTalking(state) ? change(state, { muted: event.muted }) : state
  }
}

function reduceRun(state: State, event: RunEvent): State {
  switch (event.type) {
    case 'MICROPHONE':
      if (state.phase === 'preparing') {
        return settle({ ...state, microphone: event.microphone }, event.at)
      }
      return isTalking(state) ? change(state, { microphone: event.microphone }) : state
    case 'PLACE':
      if (state.phase !== 'preparing') return state
      return settle({ ...state, place: event.place }, event.at)
    case 'READY':
      return state.phase === 'connecting' ? appear({ ...state, ready: true }, event.at) : state
    case 'FIRST_FRAME':
      return state.phase === 'connecting' ? appear({ ...state, firstFrame: true }, event.at) : state
    case 'PERSONA_SPEECH':
      if (!isTalking(state)) return state
      return change(
        state,
        event.on ? { personaSpeaking: true, awaitingAnswer: false } : { personaSpeaking: false },
      )
    case 'VISITOR_SPEECH':
      if (!isTalking(state)) return state
      return change(
        state,
        event.on
          ? { visitorSpeaking: true, awaitingAnswer: false }
          : { visitorSpeaking: false, awaitingAnswer: state.visitorSpeaking },
      )
    case 'UNSTABLE':
      return state.phase === 'live' ? { ...state, phase: 'reconnecting' } : state
    case 'STABLE':
      return state.phase === 'reconnecting' ? { ...state, phase: 'live' } : state
    case 'FAILED':
      if (isAtRest(state)) return state
      if (state.phase === 'ending') return rest(state, state.reason, state.endedAt)
      return { phase: 'failed', generation: state.generation, failure: event.failure }
    case 'CLOSED':
      if (state.phase === 'ending') return rest(state, state.reason, state.endedAt)
      return isTalking(state) ? rest(state, event.reason, event.at) : state
  }
}

/** The visitor, the clock or a closing page wants it over: before the first frame nothing has happened. */
function stop(state: State, reason: EndReason, at: number): State {
  switch (state.phase) {
    case 'preparing':
    case 'connecting':
      return idle(state)
    case 'live':
    case 'reconnecting':
      return { ...state, phase: 'ending', reason, endedAt: at, personaSpeaking: false }
    case 'ending':
      return rest(state, state.reason, state.endedAt)
    default:
      return state
  }
}

const idle = (state: State): State =>
  state.phase === 'idle' ? state : { phase: 'idle', generation: state.generation }

const rest = (talk: Talk, reason: EndReason, at: number): State => ({
  phase: 'ended',
  generation: talk.generation,
  reason,
  seconds: Math.max(0, Math.round((at - talk.startedAt) / 1000)),
})

const isSettled = (microphone: Microphone): microphone is SettledMicrophone =>
  microphone !== 'asking'

/** Connects once both the microphone's answer and the place are here, in whichever order. */
function settle(state: PreparingState, at: number): PreparingState | ConnectingState {
  const { generation, microphone, place } = state
  if (!place || !isSettled(microphone)) return state
  return {
    phase: 'connecting',
    generation,
    microphone,
    place,
    since: at,
    ready: false,
    firstFrame: false,
  }
}

/** The persona is there once words can flow and a frame is on the screen. */
function appear(state: ConnectingState, at: number): State {
  if (!state.ready || !state.firstFrame) return state
  return {
    phase: 'live',
    generation: state.generation,
    sessionId: state.place.sessionId,
    microphone: state.microphone,
    muted: false,
    startedAt: at,
    endsAt: state.since + state.place.maxSessionSeconds * 1000,
    personaSpeaking: false,
    visitorSpeaking: false,
    awaitingAnswer: false,
  }
}

/** The same object when nothing changed, so that arriving words re-render nothing. */
function change<S extends Talk>(state: S, next: Partial<Talk>): S {
  const changed = { ...state, ...next }
  const differs = Object.keys(next).some(
    (key) => Reflect.get(state, key) !== Reflect.get(changed, key),
  )
  return differs ? changed : state
}
