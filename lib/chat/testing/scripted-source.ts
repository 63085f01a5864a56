import { ConversationError, type FailureCode } from '../../conversation/failure'
import type { ChatEvent, ChatSource, ReplyRequest } from '../chat-source'

type Step = ChatEvent | { fail: FailureCode; retryAfter?: number } | { end: true }

/** One reply, in the hands of a test. */
export class ScriptedReply {
  private readonly steps: Step[] = []
  private wake: (() => void) | undefined
  /** Whether the vendor was told that nobody waits any more. */
  isAborted = false

  constructor(
    readonly request: ReplyRequest,
    private readonly signal: AbortSignal,
    /** As a source with a bug would: it goes on after it was aborted. */
    private readonly ignoresAbort: boolean,
  ) {
    signal.addEventListener('abort', () => {
      this.isAborted = true
      this.wake?.()
    })
  }

  private tell(step: Step) {
    this.steps.push(step)
    this.wake?.()
    return this
  }

  session = (sessionId: string) => this.tell({ type: 'session', sessionId })
  says = (text: string) => this.tell({ type: 'delta', text })
  thinks = (text: string) => this.tell({ type: 'reasoning', text })
  done = (finish: 'complete' | 'length' | 'filtered' = 'complete') =>
    this.tell({ type: 'done', finish })
  fails = (fail: FailureCode, retryAfter?: number) =>
    this.tell({ fail, ...(retryAfter !== undefined && { retryAfter }) })
  /** The stream is over without having said how. */
  ends = () => this.tell({ end: true })

  async *events(): AsyncGenerator<ChatEvent, void> {
    for (;;) {
      if (!this.ignoresAbort) this.signal.throwIfAborted()
      const step = this.steps.shift()
      if (!step) {
        await new Promise<void>((resolve) => {
          this.wake = resolve
        })
        continue
      }
      if ('end' in step) return
      if ('fail' in step) {
        throw new ConversationError({ code: step.fail, retryAfter: step.retryAfter })
      }
      yield step
      if (step.type === 'done') return
    }
  }
}

/** A whole source without a vendor. */
export class ScriptedSource implements ChatSource {
  readonly replies: ScriptedReply[] = []
  forgotten = 0

  constructor(private readonly script: { ignoresAbort?: boolean } = {}) {}

  reply = (request: ReplyRequest, signal: AbortSignal) => {
    const reply = new ScriptedReply(request, signal, this.script.ignoresAbort ?? false)
    this.replies.push(reply)
    return reply.events()
  }

  forget = () => {
    this.forgotten += 1
  }

  get last(): ScriptedReply {
    const reply = this.replies.at(-1)
    if (!reply) throw new Error('Nothing was asked')
    return reply
  }
}
