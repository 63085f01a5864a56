import { createHmac, generateKeyPairSync, sign } from 'node:crypto'

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** An issuer of identity tokens in Privy's shape. */
export function createIssuer(appId = 'sandbox-app-0000000000000') {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const claimed = (more: object) =>
    encode({
      iss: 'privy.io',
      aud: appId,
      sub: 'did:privy:ada',
      exp: Math.floor(Date.now() / 1_000) + 60,
      linked_accounts: '[]',
      ...more,
    })
  return {
    pem,
    /** As in the file that the stand-in of Privy keeps. */
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    token(more: object = {}): string {
      const head = `${encode({ alg: 'ES256', typ: 'JWT' })}.${claimed(more)}`
      const key = { key: privateKey, dsaEncoding: 'ieee-p1363' } as const
      return `${head}.${sign('sha256', Buffer.from(head), key).toString('base64url')}`
    },
    /** The classic forgery: the public key used as a secret. */
    forged(): string {
      const head = `${encode({ alg: 'HS256', typ: 'JWT' })}.${claimed({})}`
      return `${head}.${createHmac('sha256', pem).update(head).digest('base64url')}`
    },
    unsigned: () => `${encode({ alg: 'none' })}.${claimed({})}.AAAA`,
  }
}
