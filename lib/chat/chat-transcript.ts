import type { TranscriptMessage } from '../conversation/transcript'
import type { ChatTurn } from './chat-state'

/** What was said in a session, as the ledger keeps it. Reasoning is no part of it. */
export function messagesOf(turns: readonly ChatTurn[], sessionId: string): TranscriptMessage[] {
  const said = turns.filter((turn) => turn.sessionId === sessionId && turn.text.trim() !== '')
  const began = Math.min(...said.map(({ at }) => at))
  return said.map((turn) => ({
    role: turn.role,
    content: turn.text,
    at: turn.at - began,
    ...(isUnfinished(turn) && { interrupted: true }),
  }))
}

const isUnfinished = (turn: ChatTurn) =>
  turn.role === 'persona' && ['stopped', 'broken', 'cut'].includes(turn.end)

/** What the ledger takes of one session is 200 kB and 500 messages; the next two have to fit, too. */
const mostMessages = 490
const mostBytes = 150_000

/** Whether what is said next is better kept in another session: in this one the oldest would go. */
export function isFull(messages: readonly TranscriptMessage[]): boolean {
  if (messages.length > mostMessages) return true
  return new TextEncoder().encode(JSON.stringify(messages)).length > mostBytes
}
