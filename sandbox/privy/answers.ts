import { randomBytes } from 'node:crypto'
import { signJwt } from './jwt'
import type { Keys } from './keys'
import { appId, type Settings } from './options'
import { now, type Store, type User } from './store'

const refreshDays = 30

/** A user as the API shows it: without the secret of a guest. */
export function publicUser({ guest_credential: _, ...user }: User) {
  return { ...user, mfa_methods: [] }
}

/** The identity token, or undefined when the dashboard switches them off. */
export function identityToken(user: User, keys: Keys, settings: Settings): string | undefined {
  if (!settings.identityTokens) return undefined
  const issued = now()
  const linked = user.linked_accounts.map(({ type, address, latest_verified_at }) => ({
    type,
    address,
    lv: latest_verified_at,
  }))
  return signJwt(
    {
      cr: String(user.created_at),
      linked_accounts: JSON.stringify(linked),
      ...(user.custom_metadata && { custom_metadata: JSON.stringify(user.custom_metadata) }),
      ...(user.is_guest && { guest: 't' }),
      iss: 'privy.io',
      iat: issued,
      aud: appId,
      sub: user.id,
      exp: issued + settings.identityTokenSeconds,
    },
    keys.app,
  )
}

function accessTokens(user: User, sid: string, keys: Keys, settings: Settings) {
  const issued = now()
  const common = {
    sid,
    iss: 'privy.io',
    iat: issued,
    sub: user.id,
    exp: issued + settings.accessTokenSeconds,
  }
  return {
    token: signJwt({ ...common, aud: appId }, keys.app),
    privy_access_token: signJwt(
      { ...common, aud: 'privy.io', aid: appId, att: 'pat' },
      keys.platform,
    ),
  }
}

export interface Issuer {
  store: Store
  keys: Keys
  settings: Settings
}

/** Fresh tokens of a session, with a refresh token that works once. */
export function authenticatedUser({ store, keys, settings }: Issuer, user: User, sid: string) {
  const refreshToken = randomBytes(32).toString('base64url')
  store.state.refresh[refreshToken] = { sid, expiresAt: now() + refreshDays * 86_400, usedAt: 0 }
  const identity = identityToken(user, keys, settings)
  return {
    user: publicUser(user),
    ...accessTokens(user, sid, keys, settings),
    refresh_token: refreshToken,
    ...(identity && { identity_token: identity }),
    session_update_action: 'set',
  }
}

/** Tokens for a second tab that used the same refresh token: it keeps the one it stores. */
export function racingTab({ keys, settings }: Issuer, user: User, sid: string) {
  const identity = identityToken(user, keys, settings)
  return {
    user: publicUser(user),
    ...accessTokens(user, sid, keys, settings),
    refresh_token: null,
    ...(identity && { identity_token: identity }),
    session_update_action: 'ignore',
  }
}

/** Opens a session for a user who has just proved who they are. */
export function openSession(issuer: Issuer, user: User, isNew: boolean) {
  const sid = `c${randomBytes(12).toString('hex')}`
  issuer.store.state.sessions[sid] = { userId: user.id }
  return { ...authenticatedUser(issuer, user, sid), is_new_user: isNew }
}
