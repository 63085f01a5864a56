import type { ChatEvent, ChatSource, ReplyRequest } from '../../chat/chat-source'
import { ConversationError, type Failure } from '../failure'

/** One reply of the imaginary service, written by the test. */
export class ScriptedReply {
  /** The test has ended it. */
  isOver = false
  #events: (ChatEvent | Error)[] = []
  #wake = () => {}

  constructor(
    readonly request: ReplyRequest,
    readonly signal: AbortSignal,
  ) {
    signal.addEventListener('abort', () => this.#wake())
  }

  get lastWords() {
    return this.request.messages.at(-1)?.content
  }

  /** The messages as `user: Hello`. */
  get told() {
    return this.request.messages.map(({ role, content }) => `${role}: ${content}`)
  }

  #add(event: ChatEvent | Error) {
    this.#events.push(event)
    this.#wake()
  }

  write = (text: string) => this.#add({ type: 'delta', text })
  think = (text: string) => this.#add({ type: 'reasoning', text })
  done = (finish: 'complete' | 'filtered' = 'complete') => this.#end({ type: 'done', finish })
  fail = (failure: Failure) => this.#end(new ConversationError(failure))

  #end(event: ChatEvent | Error) {
    this.isOver = true
    this.#add(event)
  }

  async *events(): AsyncGenerator<ChatEvent> {
    while (true) {
      this.signal.throwIfAborted()
      const event = this.#events.shift()
      if (event instanceof Error) throw event
      if (event) yield event
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      if (event?.type === 'done') return
    }
  }
}

/** A service that thinks: it keeps what it was asked, and answers when the test does. */
export class ScriptedBrain implements ChatSource {
  readonly replies: ScriptedReply[] = []

  get last(): ScriptedReply {
    const reply = this.replies.at(-1)
    if (!reply) throw new Error('Nothing was asked')
    return reply
  }

  /** Replies that nobody has given up. */
  get open() {
    return this.replies.filter(({ signal }) => !signal.aborted)
  }

  reply = (request: ReplyRequest, signal: AbortSignal) => {
    const reply = new ScriptedReply(request, signal)
    this.replies.push(reply)
    return reply.events()
  }

  forget = () => {}
}
