import { describe, expect, test } from 'vitest'
import { publicFileResponse } from './public-file'

const file = { type: 'audio/wav', bytes: new TextEncoder().encode('0123456789') }

const ask = (range?: string) =>
  publicFileResponse(new Request('http://localhost/', { headers: range ? { range } : {} }), file)

describe('a public file', () => {
  test('is sent whole, to be kept, and never as a document', async () => {
    const response = ask()
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('0123456789')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'audio/wav',
      'cache-control': 'public, max-age=86400, s-maxage=86400',
      'x-content-type-options': 'nosniff',
      'accept-ranges': 'bytes',
      'content-security-policy': "default-src 'none'; sandbox",
    })
  })

  test.each([
    ['bytes=0-1', '01', 'bytes 0-1/10'],
    ['bytes=4-', '456789', 'bytes 4-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=-30', '0123456789', 'bytes 0-9/10'],
    ['bytes=8-99', '89', 'bytes 8-9/10'],
  ])('asked for %s is sent in part', async (range, text, told) => {
    const response = ask(range)
    expect([response.status, response.headers.get('content-range')]).toEqual([206, told])
    expect(await response.text()).toBe(text)
  })

  test.each(['bytes=10-', 'bytes=-0'])('asked for %s is a 416', (range) => {
    const response = ask(range)
    expect([response.status, response.headers.get('content-range')]).toEqual([416, 'bytes */10'])
  })

  test.each(['bytes=5-4', 'bytes=0-1,3-4', 'lines=1-2', 'bytes=-'])(
    'asked for %s is sent whole',
    (range) => expect(ask(range).status).toBe(200),
  )

  test('that there is not is a 404 which nobody keeps', () => {
    const response = publicFileResponse(new Request('http://localhost/'), undefined)
    expect([response.status, response.headers.get('cache-control')]).toEqual([404, 'no-store'])
  })
})
