import type { ChatMessage } from './chat-source'
import { type ChatTurn, longestMessage } from './chat-state'
import { recentHistory } from './history'

export interface Carried {
  /** Oldest first; the last one is the visitor's. */
  messages: ChatMessage[]
  /** The oldest turn of them; undefined where nothing was left out. */
  from: string | undefined
}

/** What of a chat the next request carries: its newest messages, without reasoning. */
export function carriedOf(turns: readonly ChatTurn[], maxTokens: number): Carried {
  const all = takingTurns(turns)
  const messages = recentHistory(all, maxTokens)
  const from = all.length === messages.length ? undefined : all.at(-messages.length)?.id
  return { messages, from }
}

interface Joined extends ChatMessage {
  id: string
}

/**
 * As messages that take turns: some models refuse two of one side in a row, which answers that were
 * stopped or have failed leave behind.
 */
function takingTurns(turns: readonly ChatTurn[]): Joined[] {
  const joined: Joined[] = []
  for (const { id, role, text } of turns) {
    if (!text.trim()) continue
    const before = joined.at(-1)
    const as = role === 'user' ? 'user' : 'assistant'
    if (before?.role !== as) {
      joined.push({ id, role: as, content: text })
      continue
    }
    const content = `${before.content}\n\n${text}`
    const fits = content.length <= longestMessage
    joined[joined.length - 1] = fits ? { ...before, content } : { id, role: as, content: text }
  }
  return joined
}
