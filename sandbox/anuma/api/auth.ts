import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Parts } from '../parts'
import { userOf } from './identity-token'
import { unauthorized } from './portal-error'

export interface Payer {
  payer: 'app' | 'user'
  user?: string
}

const isSame = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/**
 * Who pays. Every credential that is sent has to be valid: a bearer that is no Privy token fails,
 * even an API key and even next to a valid X-API-KEY, since it goes into token validation [3p].
 */
export function payerOf({ headers }: IncomingMessage, parts: Parts): Payer {
  const { authorization, 'x-api-key': key } = headers
  if (key !== undefined && !(typeof key === 'string' && isSame(key, parts.apiKey))) {
    throw unauthorized('invalid api key')
  }
  if (authorization === undefined) {
    if (key === undefined) throw unauthorized('missing credentials')
    return { payer: 'app' }
  }
  const user = userFrom(authorization, parts)
  return key === undefined ? { payer: 'user', user } : { payer: 'app' }
}

/** For routes that take a user's token alone. */
export function bearerOf({ headers }: IncomingMessage, parts: Parts): string {
  if (headers.authorization === undefined) throw unauthorized('missing bearer token')
  return userFrom(headers.authorization, parts)
}

function userFrom(authorization: string, parts: Parts): string {
  const token = /^Bearer (\S+)$/i.exec(authorization)?.[1]
  const pem = parts.userKey()
  const user = token && pem && userOf(token, pem, parts.privyAppId, parts.now())
  if (!user) throw unauthorized('invalid or expired token')
  return user
}
