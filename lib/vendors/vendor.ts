/** What the server knows of a vendor, in the same words for all of them. */
export interface Vendor {
  /** As in the ledger, in `VENDOR_LABELS` and in the health answer. */
  id: string
  name: string
  medium: 'face' | 'voice' | 'text'
  /** Whether there is a key for it. */
  configured(): boolean
  /** Origins that a page talking to it connects to, for `connect-src`. */
  connectSources(): string[]
  /**
   * Ends whatever runs at the vendor for our session. Resolves when nothing is left to end, with
   * what it found; throws a `Problem` when the vendor could not be asked.
   */
  stopSession(session: StoppableSession): Promise<'stopped' | 'nothing'>
  /**
   * Whether a session could begin now, a few seconds old at most. A guess: only a start knows.
   * Absent for vendors that do not tell. Throws a `Problem` when the vendor could not be asked.
   */
  availability?(): Promise<Availability>
  /** The faces, voices and language models of the account; absent for vendors without faces. */
  catalogue?(): Promise<Catalogue>
}

export interface Availability {
  canStart: boolean
  /** The vendor's guess, where it cannot start now and the vendor has one. */
  estimatedWaitSeconds?: number
}

/** What a persona can be made of. Those of every account come before those of this one. */
export interface Catalogue {
  avatars: { id: string; name: string; pictureUrl: string | undefined }[]
  voices: { id: string; name: string; gender: 'female' | 'male' | undefined }[]
  /** The account's default comes first. */
  llms: { id: string; name: string }[]
}

/** Our session. `vendorSessionId` came from a browser: a hint, never an order. */
export interface StoppableSession {
  id: string
  vendorSessionId: string | null
}
