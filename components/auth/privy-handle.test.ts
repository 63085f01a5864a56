import { afterEach, expect, test, vi } from 'vitest'
import { AuthError, type PrivyApi } from './privy-api'
import { PrivyHandle } from './privy-handle'

const api = (token: string): PrivyApi => ({
  isSignedIn: true,
  sendCode: () => Promise.resolve(),
  verifyCode: () => Promise.resolve(),
  signInAsGuest: () => Promise.resolve(),
  identityToken: () => Promise.resolve(token),
  signOut: () => Promise.resolve(),
})
const token = (privy: PrivyApi) => privy.identityToken()
const unreachable = { failure: 'unreachable' }

afterEach(() => {
  vi.useRealTimers()
})

test('nothing is mounted before somebody asks, and once however often', () => {
  const handle = new PrivyHandle()
  expect(handle.attempt()).toBe(0)
  handle.load()
  handle.load()
  expect(handle.attempt()).toBe(1)
})

test('an early use waits until the SDK is ready', async () => {
  const handle = new PrivyHandle()
  const answer = handle.use(token)
  handle.report(api('fresh'))
  expect(await answer).toBe('fresh')
})

test('a failure rejects who waits, and the next use mounts the SDK anew', async () => {
  const handle = new PrivyHandle()
  const first = handle.use(token)
  handle.report(new AuthError('unreachable'))
  await expect(first).rejects.toMatchObject(unreachable)
  const second = handle.use(token)
  expect(handle.attempt()).toBe(2)
  handle.report(api('second'))
  expect(await second).toBe('second')
})

test('an SDK that is never ready is unreachable, and is mounted anew by the next use', async () => {
  vi.useFakeTimers()
  const handle = new PrivyHandle()
  const waiting = expect(handle.use(token)).rejects.toMatchObject(unreachable)
  await vi.runAllTimersAsync()
  await waiting
  handle.use(token).catch(() => {})
  expect(handle.attempt()).toBe(2)
  await vi.runAllTimersAsync()
})

test('an SDK that becomes ready late is used as it is', async () => {
  vi.useFakeTimers()
  const handle = new PrivyHandle()
  const waiting = expect(handle.use(token)).rejects.toMatchObject(unreachable)
  await vi.runAllTimersAsync()
  await waiting
  handle.report(api('late'))
  expect(await handle.use(token)).toBe('late')
  expect(handle.attempt()).toBe(1)
})

test('a call that Privy never answers has an end', async () => {
  vi.useFakeTimers()
  const handle = new PrivyHandle()
  handle.report(api('unused'))
  const hanging = handle.use(() => new Promise<never>(() => {}))
  const told = expect(hanging).rejects.toMatchObject(unreachable)
  await vi.runAllTimersAsync()
  await told
})
