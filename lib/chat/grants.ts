import { ConversationError } from '@/lib/conversation/failure'
import type { ReplyRequest } from './chat-source'

/** Whom a grant is for: the persona, what the chat is about, and the session it belongs to. */
export type Wanted = Omit<ReplyRequest, 'messages'>

/** What our route is sent. `continues`: the session that the new grant's session carries on. */
export type GrantRequest = Omit<Wanted, 'sessionId'> & { continues?: string }

interface Options<G> {
  /** Asks our server. Throws `ConversationError`. */
  mint: (request: GrantRequest, signal: AbortSignal) => Promise<G>
  /** When a grant that has just come is to be replaced, in milliseconds since 1970. */
  staleAt: (grant: G, now: number) => number
  /** Milliseconds since 1970, by the clock of this browser. */
  now?: () => number
}

interface Held<G> {
  /** Whom and what it was asked for. */
  name: string
  grant: G
  staleAt: number
  /** A chat has begun with it: another one needs a session of its own. */
  used: boolean
}

export type Grants<G extends { sessionId: string }> = ReturnType<typeof createGrants<G>>

/** How long a start may wait for our server, in milliseconds. */
const mintMs = 20_000

/**
 * Holds what our server grants a page that talks to a vendor itself, in memory only: storage would
 * outlive the sign-in. However many replies want it, it is asked for once.
 */
export function createGrants<G extends { sessionId: string }>(options: Options<G>) {
  const { mint, staleAt, now = Date.now } = options
  let held: Held<G> | undefined
  let minting: { name: string; held: Promise<Held<G>> } | undefined
  /** Aborted on signing out; whatever began before then comes to nothing. */
  let signedIn = new AbortController()

  const isFor = ({ sessionId }: Wanted, { grant, used }: Held<G>) =>
    sessionId === undefined ? !used : sessionId === grant.sessionId

  async function ask(name: string, { sessionId, ...wanted }: Wanted): Promise<Held<G>> {
    const mine = signedIn.signal
    const signal = AbortSignal.any([mine, AbortSignal.timeout(mintMs)])
    const continues = sessionId && { continues: sessionId }
    const grant = await mint({ ...wanted, ...continues }, signal).catch((error: unknown) => {
      throw mine.aborted ? mine.reason : error
    })
    // The answer may have been on its way already: it is of somebody who has left.
    mine.throwIfAborted()
    held = { name, grant, staleAt: staleAt(grant, now()), used: false }
    return held
  }

  return {
    /** Aborts when the visitor signs out, with the `ConversationError` to tell. */
    signedIn: () => signedIn.signal,

    /** A grant that is good for a while. Throws `ConversationError`, or the signal's reason. */
    async get(wanted: Wanted, signal: AbortSignal): Promise<G> {
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

    /** The vendor does not take this one: the next `get` asks for another. */
    refuse(grant: G) {
      if (held?.grant === grant) held = undefined
    },

    /** Leaves nothing behind, not even what is being asked for. */
    forget() {
      held = undefined
      minting = undefined
      signedIn.abort(new ConversationError({ code: 'unauthenticated' }))
      signedIn = new AbortController()
    },
  }
}

const nameOf = ({ personaId, draft, context, metadata }: Wanted) =>
  JSON.stringify([personaId, draft, context, metadata])

/** The others still wait for it, so it goes on. */
function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(signal.reason)
    signal.addEventListener('abort', leave, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave))
  })
}
