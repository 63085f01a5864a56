import type { ConnectOptions, TransportEvent } from '@/lib/conversation/transport'
import { createDecoder } from './pcm'
import type { Playback } from './playback'
import type { RealtimeEvent } from './realtime-events'
import { createToolCalls } from './tool-calls'
import { createVisitorTurns } from './visitor-turns'

interface TalkOptions {
  playback: Playback
  send: (event: object) => void
  tell: (event: TransportEvent) => void
  callTool: ConnectOptions['callTool']
  /** A reply begins to arrive. */
  onReply: () => void
  /** All of a reply was heard, or it was cut off. */
  onQuiet: () => void
}

/** One reply on its way: what of it is still heard when the next one comes is its own. */
interface Reply {
  /** Swaram's, where it tells one. */
  id: string | undefined
  /** Ours, which never changes. */
  messageId: string
  hasWords: boolean
}

export interface Talk {
  hear: (event: RealtimeEvent) => void
  /** Sound of the persona has begun. */
  sounds: () => void
  /** The visitor has pressed for silence. */
  interrupt: () => void
  /** What the other end owes. */
  due: () => 'reply' | 'answer' | undefined
}

/** So many replies that are over are remembered, for what still comes of them. */
const remembered = 20

/**
 * Turns Swaram's events into sound, and into what a room shows. Sound comes faster than it is
 * heard: words are told as they are heard, so that what was cut off is nowhere.
 */
export function createTalk({
  playback,
  send,
  tell,
  callTool,
  onReply,
  onQuiet,
}: TalkOptions): Talk {
  const decoder = createDecoder()
  const visitor = createVisitorTurns(tell)
  const tools = createToolCalls({ callTool, send })
  /** What arrives now. */
  let reply: Reply | undefined
  /** What has not been heard to its end, the oldest first. */
  let unheard: Reply[] = []
  /** What still comes of these is late. */
  let cancelled: string[] = []
  let done: string[] = []
  let count = 0
  let isSpeaking = false
  let isAnswerDue = false
  /** The visitor's turn has an answer, of which the words of that turn may come only afterwards. */
  let isAnswered = true

  function speak(on: boolean) {
    if (isSpeaking === on) return
    isSpeaking = on
    tell({ type: 'speaking', on })
  }

  function begin(id: string | undefined): Reply {
    if (reply) end(reply, false)
    count += 1
    const next = { id, messageId: `reply-${count}`, hasWords: false }
    reply = next
    unheard.push(next)
    isAnswered = true
    decoder.reset()
    onReply()
    return next
  }

  /** The reply that an event belongs to; undefined where that was cut off. */
  function replyOf(id: string | undefined): Reply | undefined {
    if (id !== undefined && (cancelled.includes(id) || done.includes(id))) return undefined
    isAnswerDue = false
    if (id === undefined) return reply
    if (reply && (reply.id ?? id) === id) {
      reply.id = id
      return reply
    }
    // Its beginning was lost, or comes later.
    return begin(id)
  }

  /** Nothing more arrives of it. */
  function end(ended: Reply, interrupted: boolean) {
    if (reply === ended) reply = undefined
    if (ended.id !== undefined) done = [...done, ended.id].slice(-remembered)
    playback.afterwards(() => {
      unheard = unheard.filter((other) => other !== ended)
      close(ended, interrupted)
      if (unheard.length > 0) return
      speak(false)
      onQuiet()
    })
  }

  function close({ messageId, hasWords }: Reply, interrupted: boolean) {
    if (!hasWords) return
    tell({ type: 'words', messageId, role: 'persona', text: '', final: true, interrupted })
  }

  /** The visitor speaks, or wants it quiet: nothing more is heard of what was on its way. */
  function cut() {
    const isArriving = reply !== undefined
    const cutOff = unheard
    playback.flush()
    decoder.reset()
    cancelled = [...cancelled, ...cutOff.flatMap(({ id }) => id ?? [])].slice(-remembered)
    reply = undefined
    unheard = []
    for (const each of cutOff) close(each, true)
    speak(false)
    if (cutOff.length > 0) onQuiet()
    return isArriving
  }

  return {
    hear(event) {
      switch (event.type) {
        case 'visitor-speech':
          if (event.on) {
            cut()
            isAnswered = false
          }
          visitor.speech(event.on)
          return tell(event)
        case 'visitor-words':
          // Noise is speech, too, and is not answered: words are.
          isAnswerDue = !isAnswered
          return visitor.words(event)
        case 'reply':
          if (event.id !== undefined) replyOf(event.id)
          else {
            isAnswerDue = false
            begin(undefined)
          }
          return
        case 'audio': {
          const samples = replyOf(event.reply) && decoder.decode(event.data)
          if (samples) playback.play(samples)
          return
        }
        case 'words': {
          const of = replyOf(event.reply)
          if (!of) return
          const { messageId } = of
          playback.afterwards(() => {
            of.hasWords = true
            tell({
              type: 'words',
              messageId,
              role: 'persona',
              text: event.text,
              final: false,
              interrupted: false,
            })
          })
          return
        }
        case 'reply-done': {
          const isLate = event.id !== undefined && cancelled.includes(event.id)
          const isOther = event.id !== undefined && (reply?.id ?? event.id) !== event.id
          if (reply && !isLate && !isOther) end(reply, event.cancelled)
          return
        }
        case 'tool':
          return tools.call(event, () => {
            // The reply goes on by itself; `response.create` would begin a second one [doc].
            isAnswerDue = true
            done = []
          })
        case 'error':
          return tell({ type: 'warning', message: `${event.code}: ${event.message}` })
      }
    },
    sounds: () => speak(unheard.length > 0),
    interrupt() {
      if (cut()) send({ type: 'response.cancel' })
    },
    due() {
      if (tools.isBusy()) return undefined
      return reply ? 'reply' : isAnswerDue ? 'answer' : undefined
    },
  }
}
