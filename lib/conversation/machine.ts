import type { Failure } from './failure'
import {
  type EndReason,
  isAtRest,
  isTalking,
  type Place,
  type SettledMicrophone,
  type State,
} from './state'
import {
  appear,
  away,
  back,
  change,
  idle,
  place,
  rest,
  resume,
  settle,
  stop,
  wait,
} from './transitions'

/** What the visitor does. */
type VisitorEvent =
  | { type: 'START'; microphone: 'asking' | 'off' }
  | { type: 'CANCEL'; at: number }
  | { type: 'END'; at: number; reason: EndReason }
  | { type: 'SAID' }
  | { type: 'MUTED'; muted: boolean }
  /** The page asks whether anybody is there, until `leavesAt`; undefined: somebody is. */
  | { type: 'ALONE'; leavesAt: number | undefined }
  | { type: 'DISMISS' }

/** What a start brings about; `generation` says which one. */
export type RunEvent = { generation: number } & (
  | { type: 'MICROPHONE'; microphone: SettledMicrophone; at: number }
  | { type: 'PLACE'; place: Place; at: number }
  | { type: 'READY'; at: number }
  | { type: 'FIRST_FRAME'; at: number }
  | { type: 'PERSONA_SPEECH'; on: boolean }
  | { type: 'VISITOR_SPEECH'; on: boolean }
  | { type: 'BUSY'; at: number; estimateSeconds: number | undefined }
  | { type: 'UNSTABLE'; at: number }
  | { type: 'STABLE' }
  | { type: 'LOST'; at: number }
  | { type: 'RESUMED'; place: Place; connectedAt: number }
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
    case 'ALONE':
      return isTalking(state) ? change(state, { leavesAt: event.leavesAt }) : state
  }
}

function reduceRun(state: State, event: RunEvent): State {
  switch (event.type) {
    case 'MICROPHONE':
      if (state.phase === 'preparing') {
        return settle({ ...state, microphone: event.microphone }, event.at)
      }
      if (state.phase === 'waiting' || state.phase === 'connecting') {
        return { ...state, microphone: event.microphone }
      }
      return isTalking(state) ? change(state, { microphone: event.microphone }) : state
    case 'PLACE':
      return place(state, event)
    case 'BUSY':
      return wait(state, event)
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
      return state.phase === 'live' ? away(state, 'frozen', event.at) : state
    case 'STABLE':
      return state.phase === 'reconnecting' && state.how === 'frozen' ? back(state) : state
    case 'LOST':
      if (!isTalking(state)) return state
      return away(state, 'lost', state.phase === 'reconnecting' ? state.since : event.at)
    case 'RESUMED':
      if (state.phase !== 'reconnecting' || state.how !== 'lost') return state
      return resume(state, event)
    case 'FAILED':
      if (isAtRest(state)) return state
      if (state.phase === 'ending') return rest(state, state.reason, state.endedAt)
      return { phase: 'failed', generation: state.generation, failure: event.failure }
    case 'CLOSED':
      if (state.phase === 'ending') {
        // The vendor says only that it ended; why, the ledger may know better.
        const reason = state.reason === 'server_ended' ? event.reason : state.reason
        return rest(state, reason, state.endedAt)
      }
      return isTalking(state) ? stop(state, event.reason, event.at) : state
  }
}
