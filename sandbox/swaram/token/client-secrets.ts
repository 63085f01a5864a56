import { createHash, randomBytes } from 'node:crypto'
import type { MintRequest } from './mint-request'

export interface TokenLife {
  seconds: number
  /** How many connections a token opens. Not documented; OpenAI: any number until it expires. */
  uses: number
}

export const TOKEN_LIFE: TokenLife = { seconds: 60, uses: Number.POSITIVE_INFINITY }

interface Minted {
  request: MintRequest
  /** Ms since the epoch. */
  expiresAt: number
  left: number
}

const digest = (value: string) => createHash('sha256').update(value).digest('hex')

/**
 * Ephemeral tokens. The settings stay here, under the token's hash: nobody can change or read them
 * by way of the token. In base64url, since a subprotocol takes no `=`, `/` or `+` (reference A7).
 */
export class ClientSecrets {
  life = TOKEN_LIFE
  readonly #minted = new Map<string, Minted>()

  constructor(private readonly now: () => number) {}

  mint(request: MintRequest): { value: string; expiresAt: number } {
    this.#forgetExpired()
    const value = `swaram_ek_${randomBytes(32).toString('base64url')}`
    const expiresAt = this.now() + this.life.seconds * 1_000
    this.#minted.set(digest(value), { request, expiresAt, left: this.life.uses })
    return { value, expiresAt }
  }

  /** What a token was minted for; undefined when it is unknown, expired or used up. */
  redeem(value: string): MintRequest | undefined {
    const minted = this.#minted.get(digest(value))
    if (!minted || minted.expiresAt <= this.now() || minted.left <= 0) return undefined
    minted.left--
    return minted.request
  }

  #forgetExpired() {
    for (const [key, { expiresAt }] of this.#minted) {
      if (expiresAt <= this.now()) this.#minted.delete(key)
    }
  }
}
