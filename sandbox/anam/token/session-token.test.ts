import { decodeJwt, decodeProtectedHeader, SignJWT } from 'jose'
import { beforeEach, expect, test } from 'vitest'
import { PERSONA } from '../testing/anam-under-test'
import { SessionTokens, TokenRefused } from './session-token'

const HOUR = 3_600_000
const request = { personaConfig: PERSONA, clientLabel: 'a' }
let now: number
let tokens: SessionTokens

beforeEach(() => {
  now = Date.UTC(2026, 10, 22)
  tokens = new SessionTokens('account', () => now)
})

test('a token opens what it was minted for, once', async () => {
  const token = await tokens.mint(request)
  expect(await tokens.redeem(token)).toEqual(request)
  await expect(tokens.redeem(token)).rejects.toThrow('already been used')
})

test('a token is good for an hour', async () => {
  const [early, late] = [await tokens.mint(request), await tokens.mint(request)]
  now += HOUR - 1_000
  expect(await tokens.redeem(early)).toEqual(request)
  now += 1_000
  await expect(tokens.redeem(late)).rejects.toThrow(TokenRefused)
})

test('a token can be used again after a session that could not begin', async () => {
  const token = await tokens.mint(request)
  await tokens.redeem(token)
  await tokens.restore(token)
  expect(await tokens.redeem(token)).toEqual(request)
})

test('the SDK finds in it what it reads, and nobody finds the prompt', async () => {
  const token = await tokens.mint(request)
  expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' })
  expect(decodeJwt(token)).toMatchObject({ type: 'ephemeral', accountId: 'account' })
  expect(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).not.toContain('barista')
})

test('forged, altered and foreign tokens are refused', async () => {
  const token = await tokens.mint(request)
  const [header = '', payload = '', signature = ''] = token.split('.')
  const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url')
  const claims = { ...decodeJwt(token), accountId: 'other' }
  const altered = Buffer.from(JSON.stringify(claims)).toString('base64url')
  const foreign = await new SignJWT(decodeJwt(token))
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new Uint8Array(32))
  const bad = [`${header}.${altered}.${signature}`, `${none}.${payload}.`, foreign, 'x', '']
  for (const each of bad) await expect(tokens.redeem(each)).rejects.toThrow(TokenRefused)
})
