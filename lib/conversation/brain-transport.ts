import type { ChatSource } from '../chat/chat-source'
import { type Brain, createBrain } from './brain'
import { isCrowded } from './brain-words'
import { failureOf } from './failure'
import { limits } from './limits'
import { pause } from './time'
import { isSaid, type Transcript } from './transcript'
import type {
  Connection,
  ConnectOptions,
  Grant,
  MintRequest,
  Transport,
  TransportEvent,
} from './transport'

export interface BrainsOptions {
  transcript: Pick<Transcript, 'turns'>
  /** How to chat with a service, by its id. */
  chatWith: (vendor: string) => Promise<ChatSource>
}

/**
 * The same transport, for personas with a brain, too: what the visitor says goes there instead of to
 * the vendor of the face, and what it answers is spoken. For all others nothing changes.
 */
export function withBrains(transport: Transport, options: BrainsOptions): Transport {
  const requests = new WeakMap<Grant, MintRequest>()
  return {
    ...transport,
    async mint(request, signal) {
      const grant = await transport.mint(request, signal)
      requests.set(grant, request)
      return grant
    },
    async connect(grant, connecting) {
      const request = requests.get(grant)
      if (!grant.brain || !request) return transport.connect(grant, connecting)
      return connectThinking({ transport, grant, request, connecting, ...options })
    },
  }
}

interface Thinking extends BrainsOptions {
  transport: Transport
  grant: Grant
  request: MintRequest
  connecting: ConnectOptions
}

async function connectThinking(thinking: Thinking): Promise<Connection> {
  const { transport, grant, connecting, transcript } = thinking
  const { onEvent, signal } = connecting
  let connection: Connection | undefined
  const brain = brainOf(thinking, () => connection)
  const arrive = greeting(thinking, brain)

  let isOver = false
  function end() {
    isOver = true
    brain.stop()
  }

  function hear(event: TransportEvent) {
    onEvent(event)
    if (event.type === 'closed') end()
    if (isOver) return
    if (event.type === 'visitor-speech') brain.listen(event.on)
    // Of the visitor, whole turns; of the persona, only what the brain itself has said.
    if (event.type === 'words' && event.role === 'user' && event.final && isAsking()) {
      brain.answer(event.text)
    }
    arrive.hear(event)
  }

  /** The end of a turn may come without words, and of one in which nothing was understood. */
  const isAsking = () => transcript.turns.get().findLast(isSaid)?.role === 'user'

  signal.addEventListener('abort', end, { once: true })
  const opened = await transport.connect(grant, { ...connecting, onEvent: hear })
  connection = opened
  arrive.open()
  return {
    ...opened,
    say(text) {
      if (isOver) return
      arrive.skip()
      brain.answer(text)
    },
    interrupt() {
      brain.stop()
      opened.interrupt()
    },
    // It is told the conversation itself, with every turn.
    addContext() {},
    close() {
      end()
      return opened.close()
    },
  }
}

function brainOf(
  { grant, request, connecting, transcript, chatWith }: Thinking,
  connection: () => Connection | undefined,
): Brain {
  const { continues: _, takeOver: __, ...invitation } = request
  const about = { ...invitation, sessionId: grant.sessionId }
  return createBrain({
    async *reply(messages, signal) {
      const source = await chatWith(grant.brain?.vendor ?? '')
      for (const wait of limits.crowded) {
        try {
          return yield* source.reply({ ...about, messages }, signal)
        } catch (error) {
          if (!isCrowded(failureOf(error, 'internal'))) throw error
          await pause(wait, signal)
        }
      }
      yield* source.reply({ ...about, messages }, signal)
    },
    turns: transcript.turns.get,
    speak(onCut) {
      const speech = connection()?.speak?.(onCut)
      if (!speech) throw new Error('This connection cannot say what somebody else has thought')
      return speech
    },
    tell: (failure) => connecting.onEvent({ type: 'brain', failure }),
  })
}

/** The first words, once somebody sees and hears them, and unless the visitor has begun already. */
function greeting({ grant }: Thinking, brain: Brain) {
  const missing = new Set(['open', 'ready', 'first-frame'])
  let due = grant.brain?.greeting
  const skip = () => {
    due = undefined
  }

  function has(part: string) {
    missing.delete(part)
    if (missing.size > 0) return
    const now = due
    skip()
    if (now?.kind === 'said') brain.say(now.text)
    if (now?.kind === 'improvised') brain.greet()
  }

  return {
    hear(event: TransportEvent) {
      if (event.type === 'words' && event.role === 'user') skip()
      has(event.type)
    },
    open: () => has('open'),
    skip,
  }
}
