import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import {
  authenticatedUser,
  type Issuer,
  identityToken,
  openSession,
  publicUser,
  racingTab,
} from './answers'
import { ApiError, invalidToken } from './api-error'
import { readSessionToken } from './jwt'
import type { Routes } from './router'
import { now } from './store'

/** Two tabs may refresh with the same token within this time; later it counts as stolen. */
const raceSeconds = 60

const refreshBody = z.object({ refresh_token: z.string() })
const guestBody = z.object({ guest_credential: z.string().min(20) })

/** Who a request's bearer token belongs to. Throws `missing_or_invalid_token`. */
export function sessionOf({ store, keys }: Issuer, request: IncomingMessage) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const claims = token && readSessionToken(token, [keys.app, keys.platform])
  const session = claims && claims.exp > now() ? store.state.sessions[claims.sid] : undefined
  const user = session && store.state.users[session.userId]
  if (!claims || !user) throw invalidToken()
  return { sid: claims.sid, user }
}

/** Guests, refreshing, signing out, and the user behind a token. */
export function sessionRoutes(issuer: Issuer): Routes {
  const { store, keys, settings } = issuer
  return {
    'POST /api/v1/guest/authenticate': ({ body }) => {
      if (!settings.guests) {
        throw new ApiError(403, 'disallowed_login_method', 'Guest accounts are not enabled')
      }
      const parsed = guestBody.safeParse(body)
      if (!parsed.success) throw new ApiError(422, 'invalid_data', 'Invalid guest credential')
      const { guest_credential } = parsed.data
      const known = store.guest(guest_credential)
      const user = known ?? store.addUser({ is_guest: true, guest_credential })
      return openSession(issuer, user, !known)
    },
    'POST /api/v1/sessions': ({ body }) => {
      const { data } = refreshBody.safeParse(body)
      const used = data && store.state.refresh[data.refresh_token]
      const session = used && store.state.sessions[used.sid]
      const user = session && store.state.users[session.userId]
      if (!used || !user || used.expiresAt < now()) throw invalidToken()
      if (used.usedAt === 0) {
        used.usedAt = now()
        return authenticatedUser(issuer, user, used.sid)
      }
      if (now() - used.usedAt <= raceSeconds) return racingTab(issuer, user, used.sid)
      delete store.state.sessions[used.sid]
      throw invalidToken()
    },
    'POST /api/v1/sessions/logout': ({ body }) => {
      const { data } = refreshBody.safeParse(body)
      const used = data && store.state.refresh[data.refresh_token]
      if (used) delete store.state.sessions[used.sid]
      return { success: true }
    },
    'GET /api/v1/users/me': ({ request }) => {
      const { user } = sessionOf(issuer, request)
      return { user: publicUser(user), identity_token: identityToken(user, keys, settings) ?? null }
    },
    'POST /api/v1/users/me/accept_terms': ({ request }) => {
      const { user } = sessionOf(issuer, request)
      user.has_accepted_terms = true
      return publicUser(user)
    },
  }
}
