import { randomBytes, randomUUID } from 'node:crypto'
import { jwtVerify, SignJWT } from 'jose'
import { z } from 'zod'
import type { SessionTokenRequest } from './token-request'

const LIFETIME_SECONDS = 3_600

const claims = z.object({ jti: z.string(), type: z.enum(['ephemeral', 'stateful']) })

/** Why a token does not open a session. */
export class TokenRefused extends Error {}

interface Minted {
  request: SessionTokenRequest
  expiresAt: number
  used: boolean
}

/** Session tokens: HS256, valid for one hour, bound to what was asked for, good for one session. */
export class SessionTokens {
  readonly #secret = randomBytes(32)
  readonly #minted = new Map<string, Minted>()

  constructor(
    private readonly accountId: string,
    private readonly now: () => number,
  ) {}

  async mint(request: SessionTokenRequest): Promise<string> {
    const issuedAt = Math.floor(this.now() / 1000)
    const expiresAt = issuedAt + LIFETIME_SECONDS
    const jti = randomUUID()
    this.#forgetExpired(issuedAt)
    this.#minted.set(jti, { request, expiresAt, used: false })
    // The configuration stays here: the token goes to a browser, a system prompt should not.
    const type = 'personaId' in request.personaConfig ? 'stateful' : 'ephemeral'
    return await new SignJWT({ type, accountId: this.accountId })
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .setJti(jti)
      .setIssuedAt(issuedAt)
      .setExpirationTime(expiresAt)
      .sign(this.#secret)
  }

  /** Uses a token up and answers what it was minted for. Throws `TokenRefused`. */
  async redeem(token: string): Promise<SessionTokenRequest> {
    const jti = await this.#verify(token)
    const minted = this.#minted.get(jti)
    if (!minted) throw new TokenRefused('Invalid session token')
    if (minted.used) throw new TokenRefused('Session token has already been used')
    minted.used = true
    return minted.request
  }

  /** Gives a token back whose session could not be started: the limit was reached, no engine was free. */
  async restore(token: string) {
    const minted = this.#minted.get(await this.#verify(token))
    if (minted) minted.used = false
  }

  async #verify(token: string): Promise<string> {
    try {
      const { payload } = await jwtVerify(token, this.#secret, {
        algorithms: ['HS256'],
        currentDate: new Date(this.now()),
        requiredClaims: ['exp', 'jti'],
      })
      return claims.parse(payload).jti
    } catch {
      throw new TokenRefused('Invalid or expired session token')
    }
  }

  #forgetExpired(nowSeconds: number) {
    for (const [jti, { expiresAt }] of this.#minted) {
      if (expiresAt < nowSeconds) this.#minted.delete(jti)
    }
  }
}
