import 'server-only'
import { type CryptoKey, importSPKI, jwtVerify } from 'jose'
import { z } from 'zod'
import type { Identity } from './identity'

export interface VerifyOptions {
  appId: string
  /** PEM (SPKI). Line breaks may be literal `\n` or spaces, as dashboards and .env files give them. */
  verificationKey: string
}

const maxLength = 8_192

const json = <Output>(schema: z.ZodType<Output>) =>
  z.string().transform((text, context) => {
    try {
      const parsed = schema.safeParse(JSON.parse(text))
      if (parsed.success) return parsed.data
    } catch {}
    context.addIssue({ code: 'custom', message: 'not the expected JSON' })
    return z.NEVER
  })

const linkedAccount = z.looseObject({ type: z.string(), address: z.string().optional() })

/**
 * Both claims are JSON in a string. An access token has the same key, issuer and audience but no
 * `linked_accounts`: requiring it keeps the two apart.
 */
const claims = z.object({
  sub: z.string().startsWith('did:privy:'),
  iat: z.number(),
  exp: z.number(),
  linked_accounts: json(z.array(linkedAccount)),
  custom_metadata: json(
    z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  ).optional(),
  guest: z.string().optional(),
})

const keys = new Map<string, Promise<CryptoKey>>()

function keyOf(pem: string): Promise<CryptoKey> {
  const known = keys.get(pem)
  if (known) return known
  const body = pem
    .replace(/\\n/g, '\n')
    .replace(/-----[^-]+-----/g, '')
    .replace(/\s+/g, '')
  const key = importSPKI(`-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`, 'ES256')
  keys.set(pem, key)
  return key
}

/** Whether tokens could be verified with this key at all: a wrong one would refuse everybody, silently. */
export const isVerificationKey = (pem: string): Promise<boolean> =>
  keyOf(pem).then(
    () => true,
    () => false,
  )

/**
 * The identity in a Privy identity token, or null when it is not a valid one. The reason is not
 * told: it would only help whoever forged it.
 * https://docs.privy.io/user-management/users/identity-tokens
 */
export async function verifyIdentityToken(
  token: string,
  { appId, verificationKey }: VerifyOptions,
): Promise<Identity | null> {
  // Before anything is decoded: a long token would cost more than it can be worth.
  if (token.length > maxLength) return null
  try {
    const { payload } = await jwtVerify(token, await keyOf(verificationKey), {
      issuer: 'privy.io',
      audience: appId,
      algorithms: ['ES256'],
      typ: 'JWT',
      clockTolerance: 5,
      requiredClaims: ['sub', 'iat', 'exp', 'linked_accounts'],
    })
    const { sub, iat, exp, linked_accounts, custom_metadata = {}, guest } = claims.parse(payload)
    const email = linked_accounts.find(({ type }) => type === 'email')?.address?.toLowerCase()
    return {
      userId: sub,
      isGuest: guest === 't',
      email,
      issuedAt: iat,
      expiresAt: exp,
      metadata: custom_metadata,
    }
  } catch {
    return null
  }
}
