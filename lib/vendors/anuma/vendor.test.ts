import { expect, test } from 'vitest'

Object.assign(process.env, { ANUMA_API_KEY: 'anuma_test_key', ANUMA_USER_PAYS: '' })
const { anuma } = await import('./vendor')

test('unless a site chooses otherwise, no page reaches Anuma and no identity goes there', () => {
  expect(anuma.configured()).toBe(true)
  expect(anuma.connectSources()).toEqual([])
  expect(anuma.direct?.()).toBeUndefined()
  expect(anuma.source.notice).toBeUndefined()
})
