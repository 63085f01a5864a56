import { type EndReason, type State, speaker } from './state'

const endCopy: Record<EndReason, (name: string) => string> = {
  visitor: () => 'You ended it.',
  time_limit: () => 'The time for this talk was up.',
  server_ended: (name) => `${name} ended it.`,
  page_closed: () => 'It ended because you left the page.',
  nobody_there: () => 'It ended because nobody answered.',
  taken_over: () => 'You went on in another tab or on another device.',
}

export const endWords = (reason: EndReason, name: string): string => endCopy[reason](name)

/** The state of the conversation in a few words, as the status line shows and announces it. */
export function statusWords(state: State, name: string): string {
  switch (state.phase) {
    case 'idle':
      return `${name} is ready when you are`
    case 'preparing':
    case 'connecting':
      return 'Connecting'
    case 'waiting':
      return `Waiting for a free line to ${name}`
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
