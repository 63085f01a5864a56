import type { Situation } from './brain'
import type { Core } from './topics'

/** How a language model puts things. */
export interface Style {
  greet(situation: Situation): string
  dress(core: Core, turn: number): string
  heard(seconds: string, turn: number): string
  toolDone(tool: string, result: string): string
  toolFailed(tool: string, error: string): string
  goodbye: string
}

const OPENERS: Record<Core['kind'], string[]> = {
  talk: [''],
  fact: ['Ah, that I know.', 'Let me see.', 'Good that you ask.'],
  wish: ['Oh, with pleasure.', 'What a nice idea.', 'Gladly.'],
  story: ['I am listening.', 'Thank you for telling me.', 'Mm, I see.'],
}

export const WARM: Style = {
  greet: ({ personaName }) =>
    `Hello, and welcome! I am ${personaName}. I am happy that you are here. What is on your mind?`,
  dress({ kind, say, ask }, turn) {
    const openers = OPENERS[kind]
    const opener = openers[turn % openers.length] ?? ''
    return [opener, say, ask ?? ''].filter(Boolean).join(' ')
  },
  heard: (seconds, turn) =>
    turn === 0
      ? `I can hear you! You spoke for ${seconds}. I cannot make out words on this machine, but if you type to me, I will answer what you say.`
      : `I heard you again, for ${seconds}. It is a pleasure to listen. Type it, and I will answer it properly.`,
  toolDone: (tool, result) =>
    result === ''
      ? `There, I used ${tool} for you. What next?`
      : `There we are. ${result}. What next?`,
  toolFailed: (tool, error) => `I am sorry, I could not ${tool}. ${error}. Shall we go on?`,
  goodbye: 'Goodbye, then. It was a pleasure to talk with you.',
}

export const CONCISE: Style = {
  greet: ({ personaName }) => `${personaName} here. Go ahead.`,
  dress({ say }) {
    const [first = say, second] = say.split(/(?<=[.!?])\s+/)
    return first.length < 18 && second ? `${first} ${second}` : first
  },
  heard: (seconds) => `I heard ${seconds} of speech. Type it, please.`,
  toolDone: (tool, result) => (result === '' ? `Done: ${tool}.` : `${result}.`),
  toolFailed: (tool, error) => `${tool} failed: ${error}.`,
  goodbye: 'Goodbye.',
}
