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

export interface Voice {
  speak: (onCut: () => void) => Speech
  interrupt: () => void
}

/**
 * Has the persona say what somebody else has thought: each turn is one talk stream of Anam's. `send`
 * does what may fail because the session has just gone.
 */
export function createVoice(sdk: Sdk, client: Client, send: (action: () => void) => void): Voice {
  const cuts = new Map<string, () => void>()
  let crossing = Promise.resolve()
  let confirm = () => {}

  client.addListener(sdk.AnamEvent.TALK_STREAM_INTERRUPTED, (correlationId) => {
    confirm()
    cuts.get(correlationId)?.()
    cuts.delete(correlationId)
  })

  function interrupt() {
    send(() => client.interruptPersona())
    crossing = new Promise((resolve) => {
      const timer = setTimeout(resolve, crossingMs)
      confirm = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  function speak(onCut: () => void): Speech {
    let stream: Stream | undefined
    let isOver = false
    let inTurn = crossing

    function begin(): Stream {
      // An id of our own: the SDK's are random numbers, which another session may have, too.
      const begun = client.createTalkMessageStream(crypto.randomUUID())
      cuts.set(begun.getCorrelationId(), () => {
        isOver = true
        onCut()
      })
      return begun
    }

    /** One after the other, and none after it was interrupted: then the SDK would throw. */
    function later(work: () => Promise<void> | undefined) {
      inTurn = inTurn.then(() => (isOver ? undefined : work())).catch(warn)
    }

    return {
      write(text) {
        later(() => {
          stream ??= begin()
          return stream.isActive() ? stream.streamMessageChunk(text, false) : undefined
        })
      },
      end: () => later(() => (stream?.isActive() ? stream.endMessage() : undefined)),
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
