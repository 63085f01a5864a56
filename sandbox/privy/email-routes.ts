import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { type Issuer, openSession, publicUser } from './answers'
import { ApiError } from './api-error'
import { testAccount } from './options'
import type { Routes } from './router'
import { sessionOf } from './session-routes'
import { now, type Store } from './store'

const address = z.string().trim().toLowerCase().pipe(z.email())
const codeSeconds = 600
const triesPerCode = 5

function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new ApiError(422, 'invalid_data', 'Invalid data')
  return parsed.data
}

/** Checks a code and uses it up. After five wrong ones it is worth nothing. */
function useCode({ codes }: Store, email: string, code: string) {
  const waiting = codes.get(email)
  const isRight =
    waiting && waiting.expiresAt >= now() && waiting.tries < triesPerCode && waiting.code === code
  if (waiting && !isRight) waiting.tries++
  if (!isRight) throw new ApiError(422, 'invalid_credentials', 'Invalid email and code combination')
  codes.delete(email)
}

const emailAccount = (email: string) => {
  const at = now()
  return {
    type: 'email' as const,
    address: email,
    verified_at: at,
    first_verified_at: at,
    latest_verified_at: at,
  }
}

/** Signing in and linking by a code "sent" by email. */
export function emailRoutes(issuer: Issuer): Routes {
  const { store } = issuer
  return {
    'POST /api/v1/passwordless/init': ({ body }) => {
      const { email } = read(z.object({ email: address }), body)
      const isTest = email === testAccount.email
      const code = isTest ? testAccount.code : String(randomInt(0, 1e6)).padStart(6, '0')
      store.codes.set(email, { code, expiresAt: now() + codeSeconds, tries: 0 })
      if (!isTest) store.sent.unshift({ to: email, code, at: Date.now() })
      store.sent.length = Math.min(store.sent.length, 200)
      return { success: true }
    },
    'POST /api/v1/passwordless/authenticate': ({ body }) => {
      const schema = z.object({ email: address, code: z.string(), mode: z.string().optional() })
      const { email, code, mode } = read(schema, body)
      useCode(store, email, code)
      const known = store.userByEmail(email)
      if (!known && mode === 'no-signup') {
        throw new ApiError(400, 'user_does_not_exist', 'User does not exist')
      }
      const user = known ?? store.addUser({ linked_accounts: [emailAccount(email)] })
      for (const linked of user.linked_accounts) linked.latest_verified_at = now()
      return openSession(issuer, user, !known)
    },
    'POST /api/v1/passwordless/link': ({ body, request }) => {
      const { user } = sessionOf(issuer, request)
      const { email, code } = read(z.object({ email: address, code: z.string() }), body)
      useCode(store, email, code)
      if (store.userByEmail(email)) {
        throw new ApiError(400, 'linked_to_another_user', 'Already linked to another user')
      }
      user.linked_accounts.push(emailAccount(email))
      user.is_guest = false
      return publicUser(user)
    },
  }
}
