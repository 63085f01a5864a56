import type { GrantedBrain } from '../brain-grant'
import { ConversationError, type FailureCode } from '../failure'
import type {
  Connection,
  ConnectOptions,
  Grant,
  MintRequest,
  Speech,
  Transport,
  TransportEvent,
} from '../transport'

/** What somebody else has thought, as the imaginary vendor says it. */
export interface ScriptedSpeech {
  /** With the time at which it was written, in milliseconds since 1970. */
  sentences: { text: string; at: number }[]
  state: 'open' | 'ended' | 'aborted' | 'cut'
  /** The vendor cuts it off by itself. */
  cut: () => void
}

/** A session at the imaginary vendor. */
export interface ScriptedSession {
  id: string
  isOpen: boolean
  said: string[]
  context: string[]
  interrupted: number
  muted: boolean
  /** Whether anything could be heard before the first frame. */
  openedMuted: boolean
  /** Languages that it was told to listen for. */
  languages: string[]
  speeches: ScriptedSpeech[]
  tell: (event: TransportEvent) => void
  callTool: ConnectOptions['callTool']
}

export interface Script {
  /** Steps the test lets through one by one; without it everything happens at once. */
  mint?: () => Promise<void>
  connect?: () => Promise<void>
  failMint?: FailureCode
  failConnect?: FailureCode
  /** It only listens. */
  voiceOnly?: boolean
  /** Nobody can tell whether a line is free. */
  blind?: boolean
  /** This browser cannot carry it. */
  unsupported?: boolean
  /** Every line is taken. */
  busy?: () => boolean
  /** How far a connection comes by itself. */
  silent?: boolean
  maxSessionSeconds?: number
  /** Somebody else thinks for the persona. */
  brain?: GrantedBrain
}

/** A whole transport without a vendor: it keeps what was opened, so that a test can count. */
export class ScriptedTransport implements Transport {
  readonly sessions: ScriptedSession[] = []
  minted = 0
  mostOpen = 0
  preloaded = 0

  constructor(readonly script: Script = {}) {
    this.takesText = !script.voiceOnly
    const look = async () =>
      script.busy?.() ? { canStart: false, estimatedWaitSeconds: 4 } : { canStart: true }
    this.availability = script.blind ? undefined : look
  }

  get open() {
    return this.sessions.filter(({ isOpen }) => isOpen)
  }

  get last(): ScriptedSession {
    const session = this.sessions.at(-1)
    if (!session) throw new Error('Nothing was opened')
    return session
  }

  readonly requests: MintRequest[] = []
  /** Ids of the sessions that were handed out. */
  readonly granted: string[] = []
  isSupported = () => !this.script.unsupported
  readonly takesText: boolean
  readonly availability: Transport['availability']
  mint = async (request: MintRequest): Promise<Grant> => {
    this.minted += 1
    this.requests.push(request)
    const sessionId = `session-${this.minted}`
    await this.script.mint?.()
    if (this.script.busy?.()) throw new ConversationError({ code: 'vendor_busy' })
    if (this.script.failMint) {
      throw new ConversationError({ code: this.script.failMint, requestId: 'request-1' })
    }
    this.granted.push(sessionId)
    return {
      sessionId,
      maxSessionSeconds: this.script.maxSessionSeconds ?? 600,
      ...(this.script.brain && { brain: this.script.brain }),
    }
  }

  connect = async (grant: Grant, options: ConnectOptions): Promise<Connection> => {
    const session: ScriptedSession = {
      id: grant.sessionId,
      isOpen: true,
      said: [],
      context: [],
      interrupted: 0,
      muted: options.muted,
      openedMuted: options.muted,
      languages: [],
      speeches: [],
      tell: options.onEvent,
      callTool: options.callTool,
    }
    this.sessions.push(session)
    this.mostOpen = Math.max(this.mostOpen, this.open.length)
    const close = async () => {
      await Promise.resolve()
      session.isOpen = false
      for (const track of options.microphone?.getTracks() ?? []) track.stop()
    }
    options.signal.addEventListener('abort', () => void close())
    await this.script.connect?.()
    if (this.script.failConnect) {
      await close()
      throw new ConversationError({ code: this.script.failConnect })
    }
    if (options.signal.aborted) {
      await close()
      options.signal.throwIfAborted()
    }
    if (!this.script.silent) {
      setTimeout(() => {
        options.onEvent({ type: 'ready', vendorSessionId: `vendor-${session.id}` })
        options.onEvent({ type: 'first-frame' })
      })
    }
    return {
      say: (text) => session.said.push(text),
      interrupt: () => {
        session.interrupted += 1
      },
      speak: (onCut) => speechIn(session, onCut),
      addContext: (text) => session.context.push(text),
      setLanguage: (code) => session.languages.push(code),
      setMuted: (muted) => {
        session.muted = muted
      },
      replaceMicrophone: () => Promise.reject(new Error('There is no other device')),
      close,
    }
  }

  preload = () => {
    this.preloaded += 1
  }
}

function speechIn({ speeches }: ScriptedSession, onCut: () => void): Speech {
  const speech: ScriptedSpeech = {
    sentences: [],
    state: 'open',
    cut() {
      speech.state = 'cut'
      onCut()
    },
  }
  speeches.push(speech)
  const become = (state: ScriptedSpeech['state']) => {
    if (speech.state === 'open' || state === 'aborted') speech.state = state
  }
  return {
    write(text) {
      if (speech.state !== 'open') throw new Error(`Written to a speech that is ${speech.state}`)
      speech.sentences.push({ text, at: Date.now() })
    },
    end: () => become('ended'),
    abort: () => become('aborted'),
  }
}
