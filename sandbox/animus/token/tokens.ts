import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

const header = z.object({ alg: z.literal('HS256') })
const claims = z.object({ org: z.string(), exp: z.number() })

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** Signed and checked with a secret that lives as long as the process: a restart ends all tokens. */
export class Tokens {
  readonly #secret = randomBytes(32)
  #minted = 0

  constructor(private readonly now: () => number) {}

  #sign(text: string): Buffer {
    return createHmac('sha256', this.#secret).update(text).digest()
  }

  /** A token of the organisation. It names no user, no model and no prompt: nor do theirs. */
  mint(seconds: number): string {
    return this.#issue(seconds, { org: 'org_sandbox' })
  }

  /** A token in the shape of LiveKit's; it opens nothing here. */
  mintForVoice(seconds: number): string {
    return this.#issue(seconds, { video: { roomJoin: true } })
  }

  #issue(seconds: number, claimed: object): string {
    const issued = Math.floor(this.now() / 1_000)
    const jti = String(++this.#minted)
    const payload = { ...claimed, jti, iat: issued, exp: issued + seconds }
    const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(payload)}`
    return `${signed}.${this.#sign(signed).toString('base64url')}`
  }

  /** Whether a token is ours and still valid. */
  accepts(token: string): boolean {
    const [head, payload, signature, ...rest] = token.split('.')
    if (!head || !payload || !signature || rest.length > 0) return false
    if (!header.safeParse(decode(head)).success) return false
    const given = Buffer.from(signature, 'base64url')
    const own = this.#sign(`${head}.${payload}`)
    if (given.length !== own.length || !timingSafeEqual(given, own)) return false
    const read = claims.safeParse(decode(payload))
    return read.success && read.data.exp * 1_000 > this.now()
  }
}
