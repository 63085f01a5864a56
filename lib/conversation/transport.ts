import type { ToolCall } from '../tools/run-tool'
import type { GrantedBrain } from './brain-grant'
import type { Failure } from './failure'

/** What every vendor's grant says; the rest of it is the vendor's own. */
export interface Grant {
  /** Our id of the session, for the ledger. */
  sessionId: string
  /** The server ends the session after this many seconds. */
  maxSessionSeconds: number
  /** Another service thinks for the persona: what it answers is said with `Connection.speak`. */
  brain?: GrantedBrain | undefined
}

/** Who is asked to come, and what for. */
export interface Invitation {
  personaId: string
  /** The persona as its owner is writing it, before it is saved. */
  draft?: true
  /** What the talk is about, by the name of a module of lib/contexts; `default` when left out. */
  context?: string
  /** What the persona has to know for it, as the context's own schema wants it. */
  metadata?: Readonly<Record<string, string | number | boolean>>
}

export interface MintRequest extends Invitation {
  /** The visitor's session whose connection was lost: the new one takes its place. */
  continues?: string
  /** End whatever the visitor has open elsewhere. */
  takeOver?: true
}

/** Whether the vendor has a free line now. */
export interface Availability {
  canStart: boolean
  estimatedWaitSeconds?: number | undefined
}

/** Why a connection ended without anybody here asking for it. */
export type CloseReason = 'server_ended' | 'connection_lost'

/** Words of one message as they arrive; `text` is only the new part. */
export interface Words {
  messageId: string
  role: 'user' | 'persona'
  text: string
  /** The message is complete. */
  final: boolean
  interrupted: boolean
}

export type TransportEvent =
  | { type: 'ready'; vendorSessionId: string | undefined }
  | { type: 'first-frame' }
  /** The browser refused to play sound before another press. */
  | { type: 'sound-blocked' }
  | ({ type: 'words' } & Words)
  | { type: 'visitor-speech'; on: boolean }
  /** The persona is heard, or not any more: for vendors whose words come before their sound. */
  | { type: 'speaking'; on: boolean }
  /** The picture stands still, or moves again. */
  | { type: 'unstable' }
  | { type: 'stable' }
  /** How well the network carries it, told when it changes. */
  | { type: 'quality'; quality: 'good' | 'poor' }
  /** Why the service that thinks for the persona gave no answer; undefined: it has given one again. */
  | { type: 'brain'; failure: Failure | undefined }
  /** For the console; the vendor's words are not for visitors. */
  | { type: 'warning'; message: string }
  /** `failure`: what the vendor gave as the reason; one that cannot be recovered is the end. */
  | { type: 'closed'; reason: CloseReason; failure?: Failure }

export interface ConnectOptions {
  video: HTMLVideoElement
  /** null: the visitor types. The connection owns the stream from here and stops its tracks. */
  microphone: MediaStream | null
  /** From the first packet on: nothing is heard before `setMuted(false)`. */
  muted: boolean
  onEvent: (event: TransportEvent) => void
  /**
   * Whether the visitor is not heard while the persona speaks, as loudspeakers without echo
   * cancellation need it. Asked for each reply; vendors that cancel echoes themselves take no notice.
   */
  holdMicrophone: () => boolean
  /**
   * The persona uses a tool. Resolves with the result for it; rejects with an `Error` whose message is
   * for it. Never takes longer than the tool's own time.
   */
  callTool: (call: ToolCall) => Promise<string>
  /** Aborting at any moment leaves nothing open. */
  signal: AbortSignal
}

/** One turn of the persona, in words that somebody else has thought of. */
export interface Speech {
  /** Says whole sentences, after what was written before. */
  write: (text: string) => void
  /** Nothing more is written; what was, is still said. */
  end: () => void
  /** Falls silent and drops what has not been said yet. */
  abort: () => void
}

export interface Connection {
  say: (text: string) => void
  interrupt: () => void
  /**
   * Begins a turn of the persona. `onCut` is called when the vendor cuts it off by itself, because
   * the visitor speaks. Absent where the vendor only says what it has thought of itself.
   */
  speak?: (onCut: () => void) => Speech
  /** Tells the persona something that is not part of the conversation. */
  addContext: (text: string) => void
  setMuted: (muted: boolean) => void
  /** The persona listens for this language from now on, by its ISO 639-1 code. */
  setLanguage: (code: string) => void
  /** In the press that a browser wants before it plays sound. Absent where the video element plays. */
  playSound?: () => Promise<void>
  /**
   * Also for a visitor who had none so far. Rejects when the device cannot be opened; the old one
   * is closed by then.
   */
  replaceMicrophone: (deviceId: string) => Promise<MediaStream>
  /** Resolves when nothing is open any more. Legal at any time, any number of times; never rejects. */
  close: () => Promise<void>
}

/** A way to talk: one vendor, one medium. Each call of `connect` is a conversation of its own. */
export interface Transport<G extends Grant = Grant> {
  /** Whether this browser can carry it: asked before anything is opened or paid for. */
  isSupported: () => boolean
  /** Whether what is typed reaches the persona; some vendors only listen. */
  takesText: boolean
  /** ISO 639-1 code of the one language that it speaks; any when left out. */
  language?: string
  /** Its tokens are short-lived: none is asked for while the visitor is asked for the microphone. */
  mintsAfterMicrophone?: true
  /** Asks our server for a session. Throws `ConversationError`. */
  mint: (request: MintRequest, signal: AbortSignal) => Promise<G>
  /**
   * Opens what was granted. Throws `ConversationError`. A method, so that a list of transports may
   * forget whose grant is whose: a grant only goes back to the transport that minted it.
   */
  connect(grant: G, options: ConnectOptions): Promise<Connection>
  /** Looks whether a line is free. Throws `ConversationError`. Absent where nobody can tell. */
  availability?: (signal: AbortSignal) => Promise<Availability>
  /** Loads the vendor's code, so that it is here when it is needed. */
  preload: () => void
}
