import type { Speech } from '@/lib/conversation/transport'

type Sdk = typeof import('@anam-ai/js-sdk')
type Client = ReturnType<Sdk['createClient']>
type Stream = ReturnType<Client['createTalkMessageStream']>

/**
 * Interruptions go over the data channel and words over signalling: what is written right after an
 * interruption could arrive before it, and be dropped with what it was meant for. So long words wait,
 * unless Anam has confirmed it before. Milliseconds.
 */
const crossingMs = 300
/** An interruption that is still not confirmed may come so late, and strikes what it was not meant for. */
const lateMs = 3_000

export interface Voice {
  speak: (onCut: () => void) => Speech
  interrupt: () => void
}

/**
 * Has the persona say what somebody else has thought: each turn is one talk stream of Anam's. `send`
 * does what may fail because the session has just gone.
 */
export function createVoice(sdk: Sdk, client: Client, send: (action: () => void) => void): Voice {
  const { AnamEvent } = sdk
  const cuts = new Map<string, () => void>()
  let crossing = Promise.resolve()
  let confirm = () => {}
  /** Until when an interruption of our own may strike; in ms of `performance.now()`. */
  let strikesUntil = 0

  client.addListener(AnamEvent.TALK_STREAM_INTERRUPTED, (correlationId) => {
    confirm()
    cuts.get(correlationId)?.()
    cuts.delete(correlationId)
  })
  client.addListener(AnamEvent.USER_SPEECH_STARTED, () => {
    strikesUntil = 0
  })

  function interrupt() {
    send(() => client.interruptPersona())
    strikesUntil = performance.now() + lateMs
    crossing = new Promise((resolve) => {
      const timer = setTimeout(resolve, crossingMs)
      confirm = () => {
        clearTimeout(timer)
        // In time: whatever is written from now on comes after it.
        if (cuts.size === 0) strikesUntil = 0
        resolve()
      }
    })
  }

  function speak(onCut: () => void): Speech {
    const written: string[] = []
    let stream: Stream | undefined
    let isEnded = false
    let isOver = false
    let inTurn = crossing

    function begin(): Stream {
      // An id of our own: the SDK's are random numbers, which another session may have, too.
      const begun = client.createTalkMessageStream(crypto.randomUUID())
      cuts.set(begun.getCorrelationId(), cut)
      return begun
    }

    function cut() {
      if (performance.now() < strikesUntil) return sayAgain()
      isOver = true
      onCut()
    }

    /** Our own interruption of an earlier turn came too late, and struck this one. */
    function sayAgain() {
      strikesUntil = 0
      stream = undefined
      const text = written.splice(0).join('')
      later(() => say(text))
      if (isEnded) later(finish)
    }

    function say(text: string) {
      stream ??= begin()
      written.push(text)
      return stream.isActive() ? stream.streamMessageChunk(text, false) : undefined
    }

    const finish = () => (stream?.isActive() ? stream.endMessage() : undefined)

    /** One after the other, and none after it was interrupted: then the SDK would throw. */
    function later(work: () => Promise<void> | undefined) {
      inTurn = inTurn.then(() => (isOver ? undefined : work())).catch(warn)
    }

    return {
      write: (text) => later(() => say(text)),
      end() {
        isEnded = true
        later(finish)
      },
      abort() {
        if (isOver) return
        isOver = true
        if (!stream) return
        // Its own interruption is no news.
        cuts.delete(stream.getCorrelationId())
        interrupt()
      },
    }
  }

  return { speak, interrupt }
}

const warn = (error: unknown) => console.warn('Not said, the session has just gone:', error)
