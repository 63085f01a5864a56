import type { Failure } from '../conversation/failure'
import type { Finish } from './chat-source'

interface Entry {
  id: string
  /** Milliseconds since 1970. */
  at: number
  /** The ledger's session that it is kept in; undefined until the server has named one. */
  sessionId?: string | undefined
}

/** What the visitor has written. */
export interface OwnTurn extends Entry {
  role: 'user'
  text: string
}

/**
 * How an answer ended. `stopped`: by the visitor. `broken`: by a failure. `cut`: the page was closed
 * or loaded again while it was written.
 */
export type AnswerEnd = Finish | 'stopped' | 'broken' | 'cut'

/** What the persona has answered, as far as it came. */
export interface AnswerTurn extends Entry {
  role: 'persona'
  text: string
  /** What the model thought before. Never part of the answer. */
  reasoning: string
  end: AnswerEnd
}

export type ChatTurn = OwnTurn | AnswerTurn

/** An answer that is being written. */
interface Answer {
  id: string
  at: number
  text: string
  reasoning: string
}

/** Everything of a chat that outlives a reply. */
export interface Chat {
  /** Counts the requests. What an older one still brings is not heard. */
  generation: number
  turns: readonly ChatTurn[]
  /** What stood here before the last message was sent again or changed: the way back to it. */
  replaced: readonly ChatTurn[] | undefined
  sessionId: string | undefined
  /** The oldest turn that the last request carried; undefined where it carried all. */
  carriedFrom: string | undefined
}

export type ChatState = Chat &
  (
    | { phase: 'idle' | 'sending' | 'done' | 'stopped' }
    | { phase: 'streaming'; answer: Answer }
    | { phase: 'failed'; failure: Failure }
  )

export type ChatPhase = ChatState['phase']

export const emptyChat: Chat = {
  generation: 0,
  turns: [],
  replaced: undefined,
  sessionId: undefined,
  carriedFrom: undefined,
}

export const initialChat: ChatState = { ...emptyChat, phase: 'idle' }

/** An answer is on its way. */
export const isAnswering = ({ phase }: Pick<ChatState, 'phase'>) =>
  phase === 'sending' || phase === 'streaming'

/** Longest message, in characters, as the server takes it (docs of POST /api/chat). */
export const longestMessage = 8_000
