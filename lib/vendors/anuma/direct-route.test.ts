import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { directGrant } from '@/lib/chat/direct-grant'
import { identityToken } from '@/lib/http/testing/signed-identity'
import { atVendor, lines, problemIn, somebody } from './testing/chat-api'

process.env.ANUMA_USER_PAYS = 'true'
process.env.LIMIT_TOKENS_PER_HOUR = '3'
const { POST } = await import('@/app/api/chat/direct/route')
const { findVendor } = await import('../registry')

type Person = ReturnType<typeof somebody>

async function ask({ userId }: Person, body: unknown) {
  const headers = {
    'privy-id-token': await identityToken({ userId }),
    'Content-Type': 'application/json',
  }
  const init = { method: 'POST', headers, body: JSON.stringify(body) }
  return POST(new Request('http://localhost/api/chat/direct', init), {
    params: Promise.resolve({}),
  })
}

describe('what a page is granted to chat at the visitor’s own expense', () => {
  test('is where, which model, and what it is told; never a credential', async () => {
    const person = somebody()
    const response = await ask(person, { vendor: 'anuma', personaId: 'kenji' })
    expect(response.status).toBe(200)
    const text = await response.text()
    const grant = directGrant.parse(JSON.parse(text))
    expect(grant).toMatchObject({
      url: process.env.ANUMA_API_URL,
      model: process.env.ANUMA_MODEL,
      instructions: expect.stringContaining('Your name is Kenji.'),
    })
    expect(grant.instructions).toContain('written chat')
    expect(text).not.toContain(z.string().parse(process.env.ANUMA_API_KEY))
    expect(await person.sessions()).toMatchObject([
      {
        id: grant.sessionId,
        vendor: 'anuma',
        medium: 'text',
        status: 'issued',
        personaId: 'kenji',
      },
    ])
    expect(lines.join()).not.toContain('Kenji')
  })

  test('carries on the chat that it names', async () => {
    const person = somebody()
    const first = directGrant.parse(
      await (await ask(person, { vendor: 'anuma', personaId: 'mira' })).json(),
    )
    await person.report(first.sessionId, { event: 'live' })
    await ask(person, { vendor: 'anuma', personaId: 'mira', continues: first.sessionId })
    const sessions = await person.sessions()
    expect(sessions.find(({ id }) => id === first.sessionId)).toMatchObject({
      status: 'ended',
      endReason: 'continued',
    })
    expect(sessions.find(({ id }) => id !== first.sessionId)?.continues).toBe(first.sessionId)
  })

  test('is bounded by the hour, as tokens are', async () => {
    const person = somebody()
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ask(person, { vendor: 'anuma', personaId: 'mira' })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  })

  test.each([
    [{ personaId: 'mira' }, 'invalid_request'],
    [{ vendor: 'anuma', model: 'openai/gpt-9' }, 'invalid_request'],
    [{ vendor: 'anuma', takeOver: true }, 'invalid_request'],
    [{ vendor: 'nobody' }, 'vendor_not_configured'],
    [{ vendor: 'anam' }, 'vendor_not_configured'],
    [{ vendor: 'anuma', personaId: 'nobody' }, 'not_found'],
  ])('is not given for %j', async (body, code) => {
    const person = somebody()
    expect(await problemIn(await ask(person, body))).toMatchObject({ code })
    expect(await person.sessions()).toEqual([])
  })
})

test.each([{}, { vendor: 'anuma' }])(
  'a site that has chosen it pays for no chat through its server: %j',
  async (body) => {
    const person = somebody()
    const before = (await atVendor()).requests.length
    const refused = await person.say('At your expense', body)
    expect(await problemIn(refused)).toMatchObject({ code: 'vendor_not_configured' })
    expect((await atVendor()).requests).toHaveLength(before)
    expect(await person.sessions()).toEqual([])
  },
)

test('a site that has chosen it lets its pages reach Anuma', () => {
  expect(findVendor('anuma')?.connectSources()).toEqual([process.env.ANUMA_API_URL])
})
