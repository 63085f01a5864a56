import type {
  ConnectingState,
  EndReason,
  LiveState,
  Microphone,
  Place,
  PreparingState,
  ReconnectingState,
  SettledMicrophone,
  State,
  Talk,
} from './state'

/** The visitor, the clock or a closing page wants it over: before the first frame nothing has happened. */
export function stop(state: State, reason: EndReason, at: number): State {
  switch (state.phase) {
    case 'preparing':
    case 'waiting':
    case 'connecting':
      return idle(state)
    case 'live':
    case 'reconnecting':
      return { ...talkOf(state), phase: 'ending', reason, endedAt: at, personaSpeaking: false }
    case 'ending':
      return rest(state, state.reason, state.endedAt)
    default:
      return state
  }
}

export const idle = (state: State): State =>
  state.phase === 'idle' ? state : { phase: 'idle', generation: state.generation }

export const rest = (talk: Talk, reason: EndReason, at: number): State => ({
  phase: 'ended',
  generation: talk.generation,
  sessionId: talk.sessionId,
  reason,
  seconds: Math.max(0, Math.round((at - talk.startedAt) / 1000)),
})

const isSettled = (microphone: Microphone): microphone is SettledMicrophone =>
  microphone !== 'asking'

/** Connects once both the microphone's answer and the place are here, in whichever order. */
export function settle(state: PreparingState, at: number): PreparingState | ConnectingState {
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

/** A place for a start that waits for one. */
export function place(state: State, event: { place: Place; at: number }): State {
  if (state.phase === 'connecting') {
    const fresh = { place: event.place, since: event.at, ready: false, firstFrame: false }
    return { ...state, ...fresh }
  }
  if (state.phase !== 'preparing' && state.phase !== 'waiting') return state
  const { generation, microphone } = state
  return settle({ phase: 'preparing', generation, microphone, place: event.place }, event.at)
}

/** Every line is taken, before the place or after it: the start stands in the queue. */
export function wait(
  state: State,
  event: { at: number; estimateSeconds: number | undefined },
): State {
  const { estimateSeconds } = event
  if (state.phase === 'waiting') {
    return state.estimateSeconds === estimateSeconds ? state : { ...state, estimateSeconds }
  }
  if (state.phase !== 'preparing' && state.phase !== 'connecting') return state
  const { generation, microphone } = state
  return { phase: 'waiting', generation, microphone, since: event.at, estimateSeconds }
}

/** What a conversation has in every phase of it, without what belongs to one phase. */
const talkOf = (state: LiveState | ReconnectingState): Talk => ({
  generation: state.generation,
  sessionId: state.sessionId,
  microphone: state.microphone,
  muted: state.muted,
  startedAt: state.startedAt,
  endsAt: state.endsAt,
  personaSpeaking: state.personaSpeaking,
  visitorSpeaking: state.visitorSpeaking,
  awaitingAnswer: state.awaitingAnswer,
  leavesAt: state.leavesAt,
})

const silence = { personaSpeaking: false, visitorSpeaking: false, awaitingAnswer: false }

export function away(
  state: LiveState | ReconnectingState,
  how: ReconnectingState['how'],
  since: number,
): ReconnectingState {
  if (state.phase === 'reconnecting' && state.how === how) return state
  return { ...talkOf(state), ...(how === 'lost' && silence), phase: 'reconnecting', how, since }
}

export const back = (state: ReconnectingState): LiveState => ({ ...talkOf(state), phase: 'live' })

/** The time that was granted first stays: a lost connection does not make a talk longer. */
export function resume(
  state: ReconnectingState,
  { place, connectedAt }: { place: Place; connectedAt: number },
): LiveState {
  const endsAt = Math.min(state.endsAt, connectedAt + place.maxSessionSeconds * 1000)
  return { ...talkOf(state), ...silence, phase: 'live', sessionId: place.sessionId, endsAt }
}

/** The persona is there once words can flow and a frame is on the screen. */
export function appear(state: ConnectingState, at: number): State {
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
    leavesAt: undefined,
  }
}

/** The same object when nothing changed, so that arriving words re-render nothing. */
export function change<S extends Talk>(state: S, next: Partial<Talk>): S {
  const changed = { ...state, ...next }
  const differs = Object.keys(next).some(
    (key) => Reflect.get(state, key) !== Reflect.get(changed, key),
  )
  return differs ? changed : state
}
