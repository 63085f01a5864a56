import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { registerRefresher } from '@/lib/auth/authorized-fetch'
import { CallFailure, callApi } from './call-api'

const answer = vi.fn<typeof fetch>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', answer)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const codeOf = (call: Promise<Response>) =>
  call.then(
    () => 'answered',
    (error: unknown) => (error instanceof CallFailure ? error.code : 'thrown'),
  )

test('a server that never answers counts as out of reach, and its request is given up', async () => {
  answer.mockReturnValue(new Promise(() => {}))
  const code = codeOf(callApi('/api/personas', 'POST', {}))
  await vi.runAllTimersAsync()
  expect(await code).toBe('offline')
  expect(answer.mock.lastCall?.[1]?.signal?.aborted).toBe(true)
})

test('so does an identity that is never renewed', async () => {
  const undo = registerRefresher(() => new Promise(() => {}))
  answer.mockImplementation(async () => new Response(null, { status: 401 }))
  const code = codeOf(callApi('/api/personas', 'POST', {}))
  await vi.runAllTimersAsync()
  expect(await code).toBe('offline')
  undo()
})

test('an answer that comes is waited for no longer', async () => {
  answer.mockImplementation(async () => new Response('{}'))
  expect(await codeOf(callApi('/api/personas', 'GET'))).toBe('answered')
  expect(vi.getTimerCount()).toBe(0)
})
