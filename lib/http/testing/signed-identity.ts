import { exportSPKI, generateKeyPair, SignJWT } from 'jose'

const { privateKey, publicKey } = await generateKeyPair('ES256')

/** What makes this process trust the tokens below. */
export const identityEnv = {
  PRIVY_APP_ID: 'app-for-tests-25-letters-',
  PRIVY_VERIFICATION_KEY: await exportSPKI(publicKey),
}

interface Person {
  userId?: string
  guest?: boolean
  /** Seconds from now. */
  expiresIn?: number
}

/** An identity token in the shape of Privy's. */
export function identityToken({ userId = 'did:privy:ada', guest, expiresIn = 600 }: Person = {}) {
  const now = Math.floor(Date.now() / 1_000)
  const account = { type: 'email', address: 'ada@example.org', lv: now }
  return new SignJWT({
    linked_accounts: JSON.stringify(guest ? [] : [account]),
    custom_metadata: '{}',
    ...(guest && { guest: 't' }),
  })
    .setProtectedHeader({ alg: 'ES256', typ: 'JWT' })
    .setIssuer('privy.io')
    .setAudience(identityEnv.PRIVY_APP_ID)
    .setSubject(userId)
    .setIssuedAt(now + Math.min(0, expiresIn) - 1)
    .setExpirationTime(now + expiresIn)
    .sign(privateKey)
}
