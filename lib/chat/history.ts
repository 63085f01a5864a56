import type { ChatMessage } from './chat-source'

/** As the server's schema of /api/chat has them. */
const maxMessages = 40
const maxLength = 8_000

/** What of a history is sent to a vendor each time, in tokens as they are estimated here. */
export const historyTokens = 8_000

/** The most that is ever sent along with a message; with it a request stays below 64 kB. */
const mostTokens = 16_000

const encoder = new TextEncoder()

/**
 * Tokens that a text costs, estimated on the safe side: tokenizers take three to four bytes of
 * English and about one character of Malayalam, which is three bytes. Counted as it is sent.
 */
const tokensOf = (text: string) => Math.ceil((encoder.encode(JSON.stringify(text)).length - 2) / 3)

/**
 * The newest messages of a chat that fit into `budget` tokens, oldest first, beginning with one of
 * the user's. The last one is always there. Empty ones, such as a reply that was stopped before its
 * first word, are left out: vendors refuse them.
 */
export function recentHistory(
  messages: readonly ChatMessage[],
  budget = mostTokens,
): ChatMessage[] {
  const said = messages
    .filter(({ content }) => content.trim() !== '')
    .slice(-maxMessages)
    .map(({ role, content }) => ({ role, content: clipped(content) }))
  let left = budget
  let first = said.length
  while (first > 0) {
    left -= tokensOf(said[first - 1]?.content ?? '')
    if (left < 0 && first < said.length) break
    first--
  }
  const recent = said.slice(first)
  const begins = recent.findIndex(({ role }) => role === 'user')
  return recent.slice(Math.max(0, begins))
}

/** Not in the middle of a character of two halves, which no JSON carries. */
function clipped(text: string): string {
  const cut = text.slice(0, maxLength)
  return cut.length < text.length && /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut
}
