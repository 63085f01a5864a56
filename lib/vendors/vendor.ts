import type { ChatSource } from '../chat/chat-source'
import type { ServerChat } from '../chat/server-chat'
import type { Transport } from '../conversation/transport'
import type { EnvironmentPart } from '../environment-part'

/**
 * What the app knows of a vendor, in the same words for all of them. `transport` and `source` are
 * client references: their modules begin with 'use client', the server never runs them, and hands
 * them to a page as props. So a browser gets only what is configured here.
 */
export type Vendor = FaceVendor | VoiceVendor | TextVendor

interface AnyVendor {
  /** As in the ledger, in `VENDOR_LABELS` and in the health answer. */
  id: string
  name: string
  environment: EnvironmentPart
  /** Whether there is a key for it. */
  configured(): boolean
  /** The variable that makes it live, for whoever asks what is missing. */
  keyName: string
  /** Origins that a page talking to it connects to, for `connect-src`. */
  connectSources(): string[]
  /**
   * Ends whatever runs at the vendor for our session. Resolves when nothing is left to end, with
   * what it found; throws a `Problem` when the vendor could not be asked. Absent where a closed
   * connection is the end of it.
   */
  stopSession?(session: StoppableSession): Promise<'stopped' | 'nothing'>
}

export interface FaceVendor extends AnyVendor {
  medium: 'face'
  transport: Transport
  /**
   * Whether a session could begin now, a few seconds old at most. A guess: only a start knows.
   * Absent for vendors that do not tell. Throws a `Problem` when the vendor could not be asked.
   */
  availability?(): Promise<Availability>
  /** The faces, voices and language models of the account. */
  catalogue(): Promise<Catalogue>
}

export interface VoiceVendor extends AnyVendor {
  medium: 'voice'
  transport: Transport
}

export interface TextVendor extends AnyVendor {
  medium: 'text'
  /** How a browser chats with it. */
  source: ChatSource
  /** How our server does, for `/api/chat`. */
  chat: ServerChat
  /**
   * Where browsers ask it with nothing but the visitor's identity, and what for. Undefined while
   * only our server asks it. Where it is there, visitors pay for their chats: our server asks with
   * its own key for faces only.
   */
  direct?: (() => Promise<DirectChat>) | undefined
}

/** What a page has to know to ask a vendor itself. */
interface DirectChat {
  /** Of the vendor's API. */
  url: string
  /** The language model, by the vendor's name for it. */
  model: string
}

export interface Availability {
  canStart: boolean
  /** The vendor's guess, where it cannot start now and the vendor has one. */
  estimatedWaitSeconds?: number
}

/** A way of rendering an avatar. */
export interface AvatarModel {
  id: string
  name: string
  /** Whether it follows director notes. */
  takesDirectorNotes: boolean
}

export interface CatalogueAvatar {
  id: string
  name: string
  /** Which of several looks of the same person. */
  variant: string | undefined
  about: string | undefined
  /** The vendor's address: pages use /avatars/:id/picture. */
  pictureUrl: string | undefined
  /** Where it comes from: everybody's, or made from one picture, or by this account otherwise. */
  source: 'stock' | 'one-shot' | 'own'
  /** Those it can be rendered with; the one used by default comes first. */
  models: AvatarModel[]
  /** Words that the vendor files it under. */
  tags?: string[]
}

/** What of a voice can be set, with its range; switches and choices are just there. */
export interface VoiceControls {
  speed?: { min: number; max: number }
  volume?: { min: number; max: number }
  stability?: true
  similarityBoost?: true
  style?: true
  useSpeakerBoost?: true
  emotion?: true
}

export interface CatalogueVoice {
  id: string
  name: string
  about: string | undefined
  gender: 'female' | 'male' | 'neutral' | undefined
  /** ISO 3166-1 code of the country whose accent it has. */
  country: string | undefined
  /** ISO 639-1 code, where it can be told. */
  language: string | undefined
  /** The vendor's address: pages use /voices/:id/sample. */
  sampleUrl: string | undefined
  controls: VoiceControls
  /** Words that the vendor files it under. */
  tags?: string[]
}

export interface CatalogueLlm {
  id: string
  name: string
  about: string | undefined
}

/** What a persona can be made of. Those of every account come before those of this one. */
export interface Catalogue {
  avatars: CatalogueAvatar[]
  voices: CatalogueVoice[]
  /** The account's default comes first. */
  llms: CatalogueLlm[]
}

/** Our session. `vendorSessionId` came from a browser: a hint, never an order. */
export interface StoppableSession {
  id: string
  vendorSessionId: string | null
}
