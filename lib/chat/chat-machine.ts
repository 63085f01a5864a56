import type { Failure } from '../conversation/failure'
import type { Finish } from './chat-source'
import {
  type AnswerEnd,
  type AnswerTurn,
  type Chat,
  type ChatState,
  type ChatTurn,
  emptyChat,
  isAnswering,
} from './chat-state'

/** What the visitor does, and what the page does for them. */
type VisitorEvent =
  | { type: 'SEND'; text: string; at: number }
  /** The last message once more: another answer, or one after a failure. */
  | { type: 'RETRY' }
  /** An own message in other words. What came after it goes. */
  | { type: 'EDIT'; id: string; text: string; at: number }
  /** What stood here before the last RETRY or EDIT comes back. */
  | { type: 'BRING_BACK' }
  | { type: 'STOP'; at: number }
  | { type: 'NEW_CHAT' }
  | { type: 'RESTORE'; chat: Chat }
  /** What is said from here on is kept in a session of its own. */
  | { type: 'NEXT_SESSION' }
  /** Another tab has the same chat open: from here on this one is a chat of its own. */
  | { type: 'FORK' }

/** What a reply brings; `generation` says which one. */
type ReplyEvent = { generation: number } & (
  | { type: 'CARRIED'; from: string | undefined }
  | { type: 'SESSION'; sessionId: string }
  | { type: 'WORDS'; text: string; reasoning: string; at: number }
  | { type: 'DONE'; finish: Finish; at: number }
  | { type: 'FAILED'; failure: Failure; at: number }
)

export type ChatAction = VisitorEvent | ReplyEvent

/** The whole life of a chat. What is not legal in a state leaves it as it is. */
export function reduceChat(state: ChatState, event: ChatAction): ChatState {
  if ('generation' in event) {
    const isHeard = event.generation === state.generation && isAnswering(state)
    return isHeard ? reduceReply(state, event) : state
  }
  switch (event.type) {
    case 'SEND':
      if (isAnswering(state)) return state
      return ask(state, { at: event.at, text: event.text, before: state.turns })
    case 'RETRY': {
      const last = state.turns.findLastIndex(isOwn)
      if (isAnswering(state) || last < 0) return state
      const turns = state.turns.slice(0, last + 1)
      const replaced = turns.length < state.turns.length ? state.turns : state.replaced
      return {
        ...chatOf(state),
        phase: 'sending',
        generation: state.generation + 1,
        turns,
        replaced,
      }
    }
    case 'EDIT': {
      const settled = stop(state, event.at)
      const index = settled.turns.findIndex(({ id, role }) => id === event.id && role === 'user')
      if (index < 0) return state
      const before = settled.turns.slice(0, index)
      return {
        ...ask(settled, { at: event.at, text: event.text, before }),
        replaced: settled.turns,
      }
    }
    case 'BRING_BACK':
      if (isAnswering(state) || !state.replaced) return state
      return { ...chatOf(state), phase: 'idle', turns: state.replaced, replaced: undefined }
    case 'STOP':
      return stop(state, event.at)
    case 'NEW_CHAT':
      // The count goes on: what an earlier reply still brings belongs to nobody.
      return { ...emptyChat, generation: state.generation + 1, phase: 'idle' }
    case 'RESTORE':
      return isAnswering(state) || state.turns.length > 0 ? state : { ...event.chat, phase: 'idle' }
    case 'NEXT_SESSION':
      return { ...state, sessionId: undefined }
    case 'FORK':
      return { ...state, sessionId: undefined, turns: state.turns.map(orphan) }
  }
}

function reduceReply(state: ChatState, event: ReplyEvent): ChatState {
  switch (event.type) {
    case 'CARRIED':
      return { ...state, carriedFrom: event.from }
    case 'SESSION': {
      const { sessionId } = event
      // The question belongs to the session that its answer does.
      const last = state.turns.length - 1
      const turns = state.turns.map((turn, index) =>
        turn.sessionId && index < last ? turn : { ...turn, sessionId },
      )
      return { ...state, sessionId, turns }
    }
    case 'WORDS': {
      const id = `answer-${state.generation}`
      const answer =
        state.phase === 'streaming' ? state.answer : { id, at: event.at, text: '', reasoning: '' }
      return {
        ...chatOf(state),
        phase: 'streaming',
        answer: {
          ...answer,
          text: answer.text + event.text,
          reasoning: answer.reasoning + event.reasoning,
        },
      }
    }
    case 'DONE': {
      const said = settle(state, event.finish, event.at)
      if (isSaid(said) || event.finish !== 'complete') return { ...said, phase: 'done' }
      // It has ended well with nothing in it: nobody could tell that from being ignored.
      return { ...said, phase: 'failed', failure: { code: 'vendor_error' } }
    }
    case 'FAILED':
      return { ...settle(state, 'broken', event.at), phase: 'failed', failure: event.failure }
  }
}

const isOwn = ({ role }: ChatTurn) => role === 'user'

/** Without the session: it is kept in the next one that the server names. */
const orphan = (turn: ChatTurn): ChatTurn => ({ ...turn, sessionId: undefined })

/** What outlives a phase. */
const chatOf = ({ generation, turns, replaced, sessionId, carriedFrom }: ChatState): Chat => ({
  generation,
  turns,
  replaced,
  sessionId,
  carriedFrom,
})

interface Asked {
  text: string
  at: number
  /** The turns that the message comes after. */
  before: readonly ChatTurn[]
}

function ask(state: ChatState, { text, at, before }: Asked): ChatState {
  const generation = state.generation + 1
  const own: ChatTurn = {
    id: `message-${generation}`,
    role: 'user',
    text,
    at,
    ...(state.sessionId && { sessionId: state.sessionId }),
  }
  return {
    ...chatOf(state),
    phase: 'sending',
    generation,
    turns: [...before, own],
    replaced: undefined,
  }
}

/** Ends what is being written, wherever it is. */
function stop(state: ChatState, at: number): ChatState {
  return isAnswering(state) ? { ...settle(state, 'stopped', at), phase: 'stopped' } : state
}

/** What is being written becomes a turn, if anything of it is there or it has to be said why not. */
export function settle(state: ChatState, end: AnswerEnd, at: number): Chat {
  const chat = chatOf(state)
  const answer = state.phase === 'streaming' ? state.answer : undefined
  const isTold = end === 'length' || end === 'filtered'
  if (!answer && !isTold) return chat
  if (answer && !answer.text.trim() && !answer.reasoning.trim() && !isTold) return chat
  const turn: AnswerTurn = {
    ...(answer ?? { id: `answer-${state.generation}`, at, text: '', reasoning: '' }),
    role: 'persona',
    end,
    // The vendor objects to all of it: what was shown is taken back, and never sent along again.
    ...(end === 'filtered' && { text: '', reasoning: '' }),
    ...(state.sessionId && { sessionId: state.sessionId }),
  }
  return { ...chat, turns: [...chat.turns, turn] }
}

const isSaid = ({ turns }: Chat) => {
  const last = turns.at(-1)
  return last?.role === 'persona' && last.text.trim() !== ''
}
