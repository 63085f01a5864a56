import { sign, verify } from 'node:crypto'
import { z } from 'zod'
import type { KeyPair } from './keys'

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An ES256 token. `@privy-io/node` insists on `typ: JWT`. */
export function signJwt(payload: object, { privateKey, kid }: KeyPair): string {
  const head = `${encode({ alg: 'ES256', typ: 'JWT', kid })}.${encode(payload)}`
  const signature = sign('sha256', Buffer.from(head), {
    key: privateKey,
    dsaEncoding: 'ieee-p1363',
  })
  return `${head}.${signature.toString('base64url')}`
}

const sessionClaims = z.object({
  sid: z.string(),
  exp: z.number(),
  att: z.string().optional(),
})

/** The claims of one of our own access tokens, expired ones too. Null when it is not ours. */
export function readSessionToken(token: string, pairs: readonly KeyPair[]) {
  const [head, payload, signature] = token.split('.')
  if (!head || !payload || !signature) return null
  const signed = Buffer.from(`${head}.${payload}`)
  const bytes = Buffer.from(signature, 'base64url')
  const isOurs = pairs.some(({ publicKey }) =>
    verify('sha256', signed, { key: publicKey, dsaEncoding: 'ieee-p1363' }, bytes),
  )
  if (!isOurs) return null
  const claims = sessionClaims.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString()))
  return claims.success ? claims.data : null
}
