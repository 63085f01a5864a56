/** Who is asking, as Privy's identity token says. Nothing in it comes from the request itself. */
export interface Identity {
  /** Privy's id, `did:privy:…`. */
  userId: string
  /** A visitor who has given no email. */
  isGuest: boolean
  /** Verified by Privy; the first one when there are several. */
  email: string | undefined
  /** Unix seconds, both. */
  issuedAt: number
  expiresAt: number
  /** Custom metadata that the operator set in Privy. */
  metadata: Readonly<Record<string, string | number | boolean>>
}
