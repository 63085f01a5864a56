import type { ChatEvent, ChatMessage, ChatSource } from '../chat/chat-source'
import { messagesOf } from './brain-history'
import { askForGreeting, plainGreeting, wordsFor } from './brain-words'
import { ConversationError, type Failure, failureOf } from './failure'
import { limits } from './limits'
import { createSentences } from './sentences'
import { after, within } from './time'
import type { Turn } from './transcript'
import type { Speech } from './transport'

export interface BrainOptions {
  /** Asks the service for one reply to these messages. */
  reply: (messages: readonly ChatMessage[], signal: AbortSignal) => ReturnType<ChatSource['reply']>
  /** What was said so far. */
  turns: () => readonly Turn[]
  speak: (onCut: () => void) => Speech
  /** Why there was no answer; undefined: there is one. */
  tell: (failure: Failure | undefined) => void
}

/** Thinks for a persona whose own service only speaks: one thought at a time, the newest. */
export interface Brain {
  /** Says these words, once whatever was being said is dropped. */
  say: (words: string) => void
  /** The visitor has said something. */
  answer: (words: string) => void
  /** Makes up the first words of the conversation. */
  greet: () => void
  /** Drops what is thought and what is said. */
  stop: () => void
  /** Somebody is heard: drops both. What had no answer yet is answered should they say nothing. */
  listen: (isHeard: boolean) => void
}

/** From the first word that the brain is given until the last one is said, or it is dropped. */
interface Thought {
  /** Undefined for words of our own. */
  asked: string | undefined
  abort: AbortController
  speech: Speech | undefined
  /** All of it is written; some of it may still be said. */
  isWritten: boolean
}

export function createBrain({ reply, turns, speak, tell }: BrainOptions): Brain {
  let thought: Thought | undefined
  /** Has been asked, and was overheard before anything of the answer was said. */
  let unanswered: string | undefined
  let patience: (() => void) | undefined

  function drop() {
    patience?.()
    unanswered = undefined
    const dropped = thought
    thought = undefined
    dropped?.abort.abort()
    return dropped
  }

  const silence = () => drop()?.speech?.abort()

  function begin(asked?: string): Thought {
    silence()
    thought = { asked, abort: new AbortController(), speech: undefined, isWritten: false }
    return thought
  }

  function write(to: Thought, sentences: readonly string[]) {
    for (const sentence of sentences) {
      if (to !== thought) return
      // Cut off by the vendor: nothing is left to be aborted there.
      to.speech ??= speak(() => {
        if (to === thought) thought = undefined
        to.abort.abort()
      })
      to.speech.write(sentence)
    }
  }

  function finish(to: Thought) {
    to.isWritten = true
    to.speech?.end()
  }

  async function think(to: Thought, messages: () => ChatMessage[], otherwise?: string) {
    const { signal } = to.abort
    // A typed turn is in the transcript a moment after it is sent.
    await Promise.resolve()
    if (signal.aborted) return
    const sentences = createSentences()
    try {
      for await (const text of wordsIn(reply(messages(), signal))) {
        if (signal.aborted) return
        write(to, text === undefined ? sentences.pause() : sentences.push(text))
      }
      if (signal.aborted) return
      write(to, sentences.end())
      if (!to.speech) throw new ConversationError({ code: 'unexpected_answer' })
      tell(undefined)
    } catch (error) {
      if (signal.aborted) return
      console.warn('The brain gave no answer:', error)
      const failure = failureOf(error, 'unexpected_answer')
      // Silence before the apology would end a sentence that was begun.
      write(to, [...sentences.end(), otherwise ?? wordsFor(failure)])
      tell(failure)
      to.abort.abort()
    }
    finish(to)
  }

  const answer = (words: string) => void think(begin(words), () => messagesOf(turns(), words))

  return {
    say(words) {
      const to = begin()
      write(to, [words])
      finish(to)
    },
    answer,
    greet() {
      const asking: ChatMessage[] = [{ role: 'user', content: askForGreeting }]
      void think(begin(), () => asking, plainGreeting)
    },
    stop: () => void silence(),
    listen(isHeard) {
      if (isHeard) {
        const asked = thought?.speech ? undefined : (thought?.asked ?? unanswered)
        const dropped = drop()
        // What is written the vendor cuts off by itself, if it is still being said.
        if (!dropped?.isWritten) dropped?.speech?.abort()
        unanswered = asked
      } else if (unanswered !== undefined) {
        // A cough is no reason to leave a question without an answer.
        const words = unanswered
        patience?.()
        patience = after(limits.overheard, () => answer(words))
      }
    },
  }
}

type Arrived = IteratorResult<ChatEvent, unknown>

/**
 * The words of a reply as they come; undefined: there is a pause. Throws `vendor_timeout` when it grows
 * too long.
 */
async function* wordsIn(events: AsyncIterable<ChatEvent>): AsyncGenerator<string | undefined> {
  const iterator = events[Symbol.asyncIterator]()
  try {
    let isPause = false
    let next = iterator.next()
    while (true) {
      const wait: number = isPause ? limits.thought : limits.thoughtPause
      const event: Arrived | undefined = await within(wait, next, undefined)
      if (!event && isPause) throw new ConversationError({ code: 'vendor_timeout' })
      isPause = !event
      if (event?.done || event?.value.type === 'done') return
      if (!event) yield undefined
      else if (event.value.type === 'delta') yield event.value.text
      if (event) next = iterator.next()
    }
  } finally {
    // Not waited for: what is in the middle of a wait would hold it up.
    void iterator.return?.().catch(() => {})
  }
}
