import { plainDuration } from '../plain-numbers'
import type { Conversation } from './conversation'
import { limits } from './limits'
import {
  type EndReason,
  type Microphone,
  type ReconnectingState,
  type State,
  speaker,
} from './state'

const endCopy: Record<EndReason, (name: string) => string> = {
  visitor: () => 'You ended it.',
  time_limit: () => 'The time for this talk was up.',
  server_ended: (name) => `It was ended on ${name}’s side.`,
  page_closed: () => 'It ended because you left the page.',
  nobody_there: (name) => `${name} heard nothing, and nobody answered, so it ended by itself.`,
  taken_over: () => 'You went on in another tab or on another device.',
  persona: (name) => `${name} asked to end it, and you agreed.`,
}

export const endWords = (reason: EndReason, name: string): string => endCopy[reason](name)

/** The state of the conversation in a few words, as the status line shows it. */
export function statusWords(state: State, name: string): string {
  switch (state.phase) {
    case 'idle':
      return `${name} is ready when you are`
    case 'preparing':
    case 'connecting':
      return 'Connecting'
    case 'waiting':
      return 'Waiting for a line'
    case 'reconnecting':
      return 'Reconnecting'
    case 'ending':
      return 'Ending'
    case 'ended':
      return 'Ended'
    case 'failed':
      return 'Not connected'
    case 'live': {
      const who = speaker(state)
      if (who === 'visitor') return `${name} hears you`
      if (who === 'persona') return `${name} is speaking`
      if (state.awaitingAnswer) return `${name} is thinking`
      if (state.microphone !== 'granted') return `${name} reads what you type`
      return state.muted ? 'You are muted' : `${name} is listening`
    }
  }
}

/**
 * What a screen reader is told of a state, politely: each part when it comes up or changes. Where
 * the panel of a state does not take the focus, this is all that is heard of it.
 */
export function announcedWords(state: State, name: string): string[] {
  switch (state.phase) {
    case 'waiting': {
      const estimate = estimateWords(state.estimateSeconds)
      const taken = `${waitingWords.title(name)}. ${waitingWords.body}`
      return estimate ? [taken, `The wait is ${estimate}.`] : [taken]
    }
    case 'reconnecting':
      return [reconnectingWords[state.how]]
    case 'ended':
      return [`Ended. ${endWords(state.reason, name)}`]
    default:
      return [statusWords(state, name)]
  }
}

/** The queue for a free line. */
export const waitingWords = {
  title: (name: string) => `Every line to ${name} is taken`,
  body: `The talk starts by itself as soon as one is free. Keep this page open: it waits for up to ${plainDuration(limits.queue / 1000)}.`,
}

/** The vendor's guess as a person says it, so coarse that it changes only when it matters. */
export function estimateWords(seconds: number | undefined): string | undefined {
  if (seconds === undefined) return undefined
  if (seconds <= 15) return 'a few seconds'
  if (seconds <= 45) return 'about half a minute'
  return `about ${plainDuration(60 * Math.max(1, Math.round(seconds / 60)))}`
}

/** Whether the persona will hear the visitor, while they wait. */
export function microphoneWord(microphone: Microphone): string {
  if (microphone === 'asking') return 'The browser asks you'
  if (microphone === 'granted') return 'Ready'
  return microphone === 'off' ? 'Off: you type' : 'Not available: you can type'
}

export const reconnectingWords: Record<ReconnectingState['how'], string> = {
  frozen: 'The picture has stopped. Waiting for it to move again.',
  lost: 'The connection was lost. Opening a new one; what you type is sent then.',
}

/** Near the limit: beside the time that counts down, and for a screen reader, once. */
export const timeWords = (name: string) => ({
  seen: 'Ends by itself at 0:00',
  announced: `30 seconds left. Then the talk with ${name} ends by itself.`,
})

/** Where the transcript of the conversation that is over has gone. */
export function keptWords(
  kept: ReturnType<Conversation['kept']['get']>,
  { isEmpty }: { isEmpty: boolean },
): string {
  switch (kept) {
    case 'no':
      return isEmpty ? 'Nothing was said' : 'Not kept'
    case 'saving':
      return 'Being saved'
    case 'kept':
      return 'Kept'
    case 'failed':
      return 'Could not be saved'
  }
}
