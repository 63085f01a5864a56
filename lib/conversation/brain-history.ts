import type { ChatMessage } from '../chat/chat-source'
import { recentHistory } from '../chat/history'
import { cameIn, ownWords } from './brain-words'
import { interruptedMark } from './sentences-speakable'
import { isSaid, type SaidTurn, type Turn } from './transcript'

/** Of the conversation so far. Somebody waits to hear the answer, which is short. */
const budgetTokens = 3_000

/**
 * The newest of what was said that fits, oldest first, as chat vendors take it, with `last` as its
 * end, whether the transcript has that already or not. Turns of one side in a row are one message,
 * and what the visitor cut off is marked.
 */
export function messagesOf(turns: readonly Turn[], last?: string): ChatMessage[] {
  const messages: ChatMessage[] = []
  const add = (message: ChatMessage) => {
    const before = messages.at(-1)
    if (before?.role !== message.role) messages.push(message)
    else before.content += `\n${message.content}`
  }
  for (const turn of turns) {
    const message = isSaid(turn) && messageOf(turn)
    if (!message) continue
    // A persona that greets answers somebody who came in: vendors want the user to begin.
    if (messages.length === 0 && message.role === 'assistant')
      add({ role: 'user', content: cameIn })
    add(message)
  }
  if (last !== undefined && messages.at(-1)?.role !== 'user') add({ role: 'user', content: last })
  return recentHistory(messages, budgetTokens)
}

function messageOf({ role, text, pending, final, interrupted }: SaidTurn): ChatMessage | undefined {
  const content = text.trim()
  // Our own apologies are no thoughts of the brain's.
  if (pending || !content || (role === 'persona' && ownWords.includes(content))) return undefined
  if (role === 'user') return { role: 'user', content }
  const isWhole = final && !interrupted
  return { role: 'assistant', content: isWhole ? content : `${content} ${interruptedMark}` }
}
