/** One message as chat vendors take it. */
export interface ChatMessage {
  role: 'user' | 'assistant'
  content: string
}

/** What arrives of a reply, in this order: the session, then words, then its end. */
export type ChatEvent =
  /** Our id of the session that the reply is kept in. */
  | { type: 'session'; sessionId: string }
  | { type: 'delta'; text: string }
  /** What the model thinks before it answers: never part of the answer. */
  | { type: 'reasoning'; text: string }
  | { type: 'done'; finish: Finish }

/**
 * complete: it has said all. length: the vendor's limit cut it. filtered: the vendor objects to it,
 * so whatever had arrived of it is to be taken back.
 */
export type Finish = 'complete' | 'length' | 'filtered'

export interface ReplyRequest {
  personaId: string
  /** The persona as its owner is writing it, before it is saved. */
  draft?: true
  /** What the chat is about, by the name of a module of lib/contexts. */
  context?: string
  metadata?: Readonly<Record<string, string | number | boolean>>
  /** The caller's session that the reply belongs to; a new one when left out. */
  sessionId?: string
  /** Oldest first; the last one is the user's. */
  messages: readonly ChatMessage[]
}

/** Where a browser gets replies from: one vendor, one way to reach it. */
export interface ChatSource {
  /**
   * Streams one reply. Throws `ConversationError`. Aborting ends it at the vendor too, and then the
   * stream throws the signal's reason.
   */
  reply: (request: ReplyRequest, signal: AbortSignal) => AsyncIterable<ChatEvent>
  /** Forgets tokens in memory, on signing out. */
  forget: () => void
  /** Something that a visitor has to know before the first message is sent. */
  notice?: string
}
