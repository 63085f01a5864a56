import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyAccessToken, verifyIdentityToken } from '@privy-io/node'
import * as privy from '@privy-io/public-api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { StandIn } from '../stand-in'
import { appId, appSecret } from './options'
import { start } from './start'

let standIn: StandIn
beforeAll(async () => {
  standIn = await start({ port: 0 })
})
afterAll(() => standIn.close())

const basic = `Basic ${Buffer.from(`${appId}:${appSecret}`).toString('base64')}`
const signedIn = z.object({
  user: z.object({ id: z.string(), is_guest: z.boolean() }),
  token: z.string(),
  refresh_token: z.string().nullable(),
  identity_token: z.string(),
  session_update_action: z.string(),
})
const codes = z.array(z.object({ to: z.string(), code: z.string() }))

async function call(
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
) {
  const response = await fetch(standIn.url + path, {
    method,
    headers: { 'content-type': 'application/json', 'privy-app-id': appId, ...headers },
    body: body && JSON.stringify(body),
  })
  const text = await response.text()
  const json: unknown = text ? JSON.parse(text) : undefined
  return { status: response.status, json, headers: response.headers }
}

const post = (path: string, body: object, headers?: Record<string, string>) =>
  call('POST', path, body, headers)

async function signIn(email: string) {
  await post('/api/v1/passwordless/init', { email })
  const sent = codes.parse((await call('GET', '/__sandbox/codes')).json)
  const code = sent.find(({ to }) => to === email)?.code
  const { json } = await post('/api/v1/passwordless/authenticate', {
    email,
    code,
    mode: 'login-or-sign-up',
  })
  return { json, tokens: signedIn.parse(json) }
}

const verify = (identity_token: string) =>
  verifyIdentityToken({
    identity_token,
    app_id: appId,
    verification_key: standIn.env.PRIVY_VERIFICATION_KEY ?? '',
  })

describe('answers pass Privy’s own schemas', () => {
  it('the app', async () => {
    const { json } = await call('GET', `/api/v1/apps/${appId}`)
    expect(privy.AppResponseSchema.safeParse(json).error).toBeUndefined()
  })

  it('signing in, refreshing, a racing tab, and the user', async () => {
    const { json, tokens } = await signIn('ada@example.org')
    expect(privy.AuthenticatedUser.safeParse(json).error).toBeUndefined()
    const refresh = { refresh_token: tokens.refresh_token }
    const first = await post('/api/v1/sessions', refresh)
    expect(privy.MaybeUser.safeParse(first.json).error).toBeUndefined()
    const racing = await post('/api/v1/sessions', refresh)
    expect(privy.MaybeUser.safeParse(racing.json).error).toBeUndefined()
    expect(racing.json).toMatchObject({ session_update_action: 'ignore', refresh_token: null })
    const me = await call('GET', '/api/v1/users/me', undefined, {
      authorization: `Bearer ${tokens.token}`,
    })
    expect(privy.UserWithIdentityToken.safeParse(me.json).error).toBeUndefined()
  })

  it('a guest', async () => {
    const { json } = await post('/api/v1/guest/authenticate', { guest_credential: 'x'.repeat(43) })
    expect(privy.AuthenticatedUser.safeParse(json).error).toBeUndefined()
  })
})

describe('tokens', () => {
  it('are what @privy-io/node accepts, and name the person', async () => {
    const { tokens } = await signIn('grace@example.org')
    const user = await verify(tokens.identity_token)
    expect(user.id).toBe(tokens.user.id)
    expect(user.linked_accounts).toMatchObject([{ type: 'email', address: 'grace@example.org' }])
    const access = await verifyAccessToken({
      access_token: tokens.token,
      app_id: appId,
      verification_key: standIn.env.PRIVY_VERIFICATION_KEY ?? '',
    })
    expect(access.user_id).toBe(tokens.user.id)
  })

  it('carry metadata that the server sets', async () => {
    const { tokens } = await signIn('meta@example.org')
    const path = `/v1/users/${encodeURIComponent(tokens.user.id)}/custom_metadata`
    const set = { custom_metadata: { access: 'blocked' } }
    expect((await post(path, set)).status).toBe(401)
    expect((await post(path, set, { authorization: basic })).status).toBe(200)
    const { tokens: next } = await signIn('meta@example.org')
    expect((await verify(next.identity_token)).custom_metadata).toEqual({ access: 'blocked' })
  })

  it('are absent when the dashboard switches identity tokens off', async () => {
    await post('/__sandbox/faults', { kind: 'settings', identityTokens: false })
    const { json } = await post('/api/v1/guest/authenticate', { guest_credential: 'y'.repeat(43) })
    expect(json).not.toHaveProperty('identity_token')
    await call('DELETE', '/__sandbox/faults')
  })

  it('end with the session', async () => {
    const { tokens } = await signIn('gone@example.org')
    await post('/api/v1/sessions/logout', { refresh_token: tokens.refresh_token })
    const me = await call('GET', '/api/v1/users/me', undefined, {
      authorization: `Bearer ${tokens.token}`,
    })
    expect(me).toMatchObject({ status: 401, json: { code: 'missing_or_invalid_token' } })
    const again = await post('/api/v1/sessions', { refresh_token: tokens.refresh_token })
    expect(again.status).toBe(401)
  })
})

describe('refusals', () => {
  it('a code is worth nothing after five wrong tries', async () => {
    const email = 'guess@example.org'
    await post('/api/v1/passwordless/init', { email })
    const { code } = codes.parse((await call('GET', '/__sandbox/codes')).json)[0] ?? { code: '' }
    const wrong = code === '000000' ? '111111' : '000000'
    for (let i = 0; i < 5; i++) {
      const { status } = await post('/api/v1/passwordless/authenticate', { email, code: wrong })
      expect(status).toBe(422)
    }
    expect((await post('/api/v1/passwordless/authenticate', { email, code })).status).toBe(422)
  })

  it.each([
    ['a bad address', '/api/v1/passwordless/init', { email: 'nobody' }, 422],
    ['a short guest credential', '/api/v1/guest/authenticate', { guest_credential: 'short' }, 422],
    ['an unknown route', '/api/v1/wallets', {}, 404],
  ])('%s', async (_, path, body, status) => {
    expect((await post(path, body)).status).toBe(status)
  })

  it('another app id, another origin, another host', async () => {
    const init = { email: 'a@example.org' }
    const path = '/api/v1/passwordless/init'
    expect((await post(path, init, { 'privy-app-id': 'other' })).status).toBe(400)
    expect((await post(path, init, { origin: 'https://evil.example' })).status).toBe(403)
  })

  it('an answer to another site’s preflight allows nothing', async () => {
    const { headers } = await call('OPTIONS', '/api/v1/sessions', undefined, {
      origin: 'https://evil.example',
    })
    expect(headers.get('access-control-allow-origin')).toBeNull()
  })
})

it('users and sessions outlive a restart, in files that only their owner can read', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'privy-'))
  const memory = standIn
  standIn = await start({ port: 0, dataDir })
  const { tokens } = await signIn('kept@example.org')
  await standIn.close()
  standIn = await start({ port: 0, dataDir })
  const refreshed = await post('/api/v1/sessions', { refresh_token: tokens.refresh_token })
  expect(signedIn.parse(refreshed.json).user.id).toBe(tokens.user.id)
  expect((await verify(tokens.identity_token)).id).toBe(tokens.user.id)
  expect(statSync(join(dataDir, 'privy-keys.json')).mode & 0o077).toBe(0)
  await standIn.close()
  standIn = memory
  rmSync(dataDir, { recursive: true })
})
