import { expect, it } from 'vitest'
import { isSameOrigin } from './same-origin'

const url = 'https://app.example/api/session-token'
const judge = (headers: Record<string, string>) => isSameOrigin(new Headers(headers), url)

it('believes the browser’s own word first', () => {
  expect(judge({ 'sec-fetch-site': 'same-origin' })).toBe(true)
  for (const site of ['cross-site', 'same-site', 'none'])
    expect(judge({ 'sec-fetch-site': site })).toBe(false)
  expect(
    judge({ 'sec-fetch-site': 'cross-site', origin: 'https://app.example', host: 'app.example' }),
  ).toBe(false)
})

it('compares with the public address where one is set', () => {
  const behindProxy = new Headers({ origin: 'https://app.example', host: 'internal:3000' })
  expect(isSameOrigin(behindProxy, url)).toBe(false)
  expect(isSameOrigin(behindProxy, url, 'https://app.example')).toBe(true)
  const foreign = new Headers({
    origin: 'https://evil.example',
    'x-forwarded-host': 'evil.example',
  })
  expect(isSameOrigin(foreign, url, 'https://app.example')).toBe(false)
})

it('compares origins in browsers without it, and refuses when there is none', () => {
  expect(judge({ origin: 'https://app.example', host: 'app.example' })).toBe(true)
  expect(judge({ origin: 'https://evil.example', host: 'app.example' })).toBe(false)
  expect(judge({ origin: 'null', host: 'app.example' })).toBe(false)
  expect(judge({ host: 'app.example' })).toBe(false)
})
