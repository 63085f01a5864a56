import type { ChatEvent, ChatMessage } from './chat-source'

export interface ServerChatRequest {
  /** The server's own: who the model is, and how it behaves. */
  system: string
  messages: readonly ChatMessage[]
  /** Longest reply, in tokens. */
  maxTokens: number
}

/** What a vendor tells of a reply, before it is ours. */
export type VendorChatEvent =
  | Exclude<ChatEvent, { type: 'session' | 'done' }>
  | (Extract<ChatEvent, { type: 'done' }> & { usage?: ReplyUsage })

export interface ReplyUsage {
  promptTokens: number
  replyTokens: number
}

/** A chat vendor as our server uses it, with our key. */
export interface ServerChat {
  /** The language model that answers, by the vendor's name for it: for the ledger. */
  model: () => string | Promise<string>
  /**
   * Resolves when the vendor has begun to answer. Throws a `Problem` (`vendor_…`) before that and
   * out of the stream, or the signal's reason.
   */
  stream: (
    request: ServerChatRequest,
    signal: AbortSignal,
  ) => Promise<AsyncIterable<VendorChatEvent>>
}
