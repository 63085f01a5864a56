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
