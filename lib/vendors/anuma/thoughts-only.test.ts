import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { replies } from '@/lib/db/schema'
import { identityEnv, identityToken } from '@/lib/http/testing/signed-identity'
import { vendorDouble } from '@/lib/http/testing/vendor-double'

vi.doMock('next/server', () => ({ after: () => {} }))
vi.spyOn(console, 'log').mockImplementation(() => {})

/** Writes what a model writes that is asked for nothing but thoughts. */
const vendor = await vendorDouble((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  const usage = { prompt_tokens: 9, completion_tokens: 1_500 }
  const frames = [
    { choices: [{ delta: { content: '<think>A long story' } }] },
    { choices: [{ delta: {}, finish_reason: 'length' }], usage },
  ]
  response.end(
    [...frames.map((frame) => JSON.stringify(frame)), '[DONE]']
      .map((data) => `data: ${data}\n\n`)
      .join(''),
  )
})
Object.assign(process.env, identityEnv, {
  PGLITE_DIR: 'memory://',
  ANUMA_API_URL: vendor.url,
  ANUMA_API_KEY: 'anuma_test_key',
  ANUMA_MODEL: 'sandbox/ponder',
})
const { POST } = await import('@/app/api/chat/route')

// PGlite's first start takes seconds where others use the cores, too.
beforeAll(async () => {
  await db()
}, 60_000)
afterAll(() => vendor.close())

test('thoughts alone are no answer, and still count as one: the vendor bills them', async () => {
  const request = new Request('http://localhost/api/chat', {
    method: 'POST',
    headers: {
      'privy-id-token': await identityToken({ userId: 'did:privy:thinker' }),
      'Content-Type': 'application/json',
    },
    body: JSON.stringify({ messages: [{ role: 'user', content: 'Only think.' }] }),
  })
  const response = await POST(request, { params: Promise.resolve({}) })
  expect(await response.text()).toMatch(/event: reasoning\n.*event: error\n/s)
  expect(await (await db()).select().from(replies)).toMatchObject([
    { status: 'done', promptTokens: 9, replyTokens: 1_500 },
  ])
})
