import type { ReplyRequest } from '@/lib/chat/chat-source'
import { ConversationError } from '@/lib/conversation/failure'
import type { PersonaGrant } from './token-grant'

/** Whom a token is for: the persona, what the chat is about, and the session it belongs to. */
export type Wanted = Omit<ReplyRequest, 'messages'>

/** Asks our server. `continues`: the session that the new token's session carries on. */
type Mint = (
  wanted: Omit<Wanted, 'sessionId'> & { continues?: string },
  signal: AbortSignal,
) => Promise<PersonaGrant>

interface Options {
  mint: Mint
  /** Milliseconds since 1970, by the clock of this browser. */
  now?: () => number
}

interface Held {
  /** Whom and what it was asked for. */
  name: string
  grant: PersonaGrant
  /** When to ask for the next one. */
  staleAt: number
  /** A chat has begun with it: another one needs a session of its own. */
  used: boolean
}

export type TokenProvider = ReturnType<typeof createTokenProvider>

/** As the vendor's SDK does. Milliseconds. */
const beforeExpiryMs = 60_000

/** How long a start may wait for our server, in milliseconds. */
const mintMs = 20_000

/**
 * Holds Animus' token for this page, in memory only: storage would outlive the sign-in. However
 * many replies want one, it is asked for once.
 */
export function createTokenProvider({ mint, now = Date.now }: Options) {
  let held: Held | undefined
  let minting: { name: string; held: Promise<Held> } | undefined
  /** Aborted on signing out; whatever began before then comes to nothing. */
  let signedIn = new AbortController()

  const isFor = ({ sessionId }: Wanted, { grant, used }: Held) =>
    sessionId === undefined ? !used : sessionId === grant.sessionId

  async function ask(name: string, { sessionId, ...wanted }: Wanted): Promise<Held> {
    const mine = signedIn.signal
    const signal = AbortSignal.any([mine, AbortSignal.timeout(mintMs)])
    const continues = sessionId && { continues: sessionId }
    const grant = await mint({ ...wanted, ...continues }, signal).catch((error: unknown) => {
      throw mine.aborted ? signedOut() : error
    })
    // The answer may have been on its way already: it is of somebody who has left.
    if (mine.aborted) throw signedOut()
    held = { name, grant, staleAt: staleAt(grant.expiresAt, now()), used: false }
    return held
  }

  return {
    /** Ends when the visitor signs out: for whatever uses a token. */
    signedIn: () => signedIn.signal,

    /** A token that is good for a while. Throws `ConversationError`, or the signal's reason. */
    async get(wanted: Wanted, signal: AbortSignal): Promise<PersonaGrant> {
      signal.throwIfAborted()
      const name = nameOf(wanted)
      if (held?.name === name && isFor(wanted, held) && now() < held.staleAt) {
        held.used = true
        return held.grant
      }
      const request = `${name} ${wanted.sessionId ?? ''}`
      if (minting?.name !== request) {
        const asked = ask(name, wanted).finally(() => {
          if (minting?.held === asked) minting = undefined
        })
        minting = { name: request, held: asked }
      }
      const fresh = await unlessAborted(minting.held, signal)
      fresh.used = true
      return fresh.grant
    },

    /** The vendor does not take this token: the next `get` asks for another one. */
    refuse(grant: PersonaGrant) {
      if (held?.grant.accessToken === grant.accessToken) held = undefined
    },

    /** Leaves no token behind, not even one that is being asked for. */
    forget() {
      held = undefined
      minting = undefined
      signedIn.abort()
      signedIn = new AbortController()
    },
  }
}

const signedOut = () => new ConversationError({ code: 'unauthenticated' })

const nameOf = ({ personaId, draft, context, metadata }: Wanted) =>
  JSON.stringify([personaId, draft, context, metadata])

/**
 * A minute before the token's end, or later where it lives for minutes only: else each reply would
 * cost a token. Where this browser's clock says that it has died already, the clock is wrong: then
 * only the vendor can tell.
 */
function staleAt(expiresAt: string, now: number): number {
  const end = Date.parse(expiresAt)
  const life = end - now
  return life > 0 ? end - Math.min(beforeExpiryMs, life / 4) : Number.POSITIVE_INFINITY
}

/** The others still wait for it, so it goes on. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
