import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { identityEnv } from '@/lib/http/testing/signed-identity'
import { answerJson, vendorDouble } from '@/lib/http/testing/vendor-double'

// Every trouble with Anam is a line in the log.
vi.spyOn(console, 'log').mockImplementation(() => {})
vi.useFakeTimers({ toFake: ['Date'] })

let body: unknown
const anam = await vendorDouble((_, response) => answerJson(response, 200, body))
Object.assign(process.env, identityEnv, { ANAM_API_URL: anam.url, ANAM_API_KEY: 'key' })
const { availability } = await import('./availability')

afterAll(() => anam.close())
beforeEach(() => void vi.setSystemTime(Date.now() + 2_001))

test.each([
  [{ canStartSession: true, estimatedWaitSeconds: 0 }, { canStart: true }],
  [{ canStartSession: true }, { canStart: true }],
  [
    { canStartSession: false, estimatedWaitSeconds: 41.2 },
    { canStart: false, estimatedWaitSeconds: 42 },
  ],
  // Expected at once, but not yet: there is no wait worth naming.
  [{ canStartSession: false, estimatedWaitSeconds: 0 }, { canStart: false }],
  [{ canStartSession: false, estimatedWaitSeconds: null }, { canStart: false }],
])('Anam’s %j means %j', async (answer, meaning) => {
  body = { limit: 5, active: 5, ...answer }
  expect(await availability()).toEqual(meaning)
})

test('asks with the key, once, and not again within two seconds', async () => {
  const before = anam.received.length
  await Promise.all([availability(), availability()])
  vi.setSystemTime(Date.now() + 1_900)
  await availability()
  const asked = anam.received.slice(before)
  expect(asked.map(({ path }) => path)).toEqual(['/v1/sessions/concurrency'])
  expect(asked[0]?.headers.authorization).toBe('Bearer key')
})

test('an answer without a yes or no is a vendor_error, not a guess', async () => {
  body = { limit: 5 }
  await expect(availability()).rejects.toMatchObject({ code: 'vendor_error' })
})
