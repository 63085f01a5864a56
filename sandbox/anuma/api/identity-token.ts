import { createPublicKey, verify } from 'node:crypto'
import { z } from 'zod'

const header = z.object({ alg: z.literal('ES256') })
const claims = z.object({
  iss: z.literal('privy.io'),
  aud: z.string(),
  sub: z.string().min(1),
  exp: z.number(),
  // Only an identity token has it: an access token does not pay.
  linked_accounts: z.string(),
})

function decode(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * The user of a Privy identity token, or undefined when it is anything else: not signed with
 * ES256 by this key, for another app, or expired.
 */
export function userOf(token: string, pem: string, appId: string, now: number): string | undefined {
  const [head, payload, signature, ...rest] = token.split('.')
  if (!head || !payload || !signature || rest.length > 0) return undefined
  if (!header.safeParse(decode(head)).success) return undefined
  const isSigned = verify(
    'sha256',
    Buffer.from(`${head}.${payload}`),
    { key: createPublicKey(pem), dsaEncoding: 'ieee-p1363' },
    Buffer.from(signature, 'base64url'),
  )
  const read = claims.safeParse(decode(payload))
  if (!isSigned || !read.success) return undefined
  const { aud, exp, sub } = read.data
  return aud === appId && exp * 1_000 > now ? sub : undefined
}
