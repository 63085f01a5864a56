import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { identityEnv } from '@/lib/http/testing/signed-identity'
import { answerJson, vendorDouble } from '@/lib/http/testing/vendor-double'
import { context, later, openAtVendor, problemIn, somebody } from '../testing/api'
import { hasFace } from '../testing/face'
import { nonna, personasOf } from '../testing/persona-api'

let status = 204
const privy = await vendorDouble((_request, response) => answerJson(response, status, {}))
Object.assign(process.env, { PRIVY_APP_SECRET: 'secret', PRIVY_SERVER_API_URL: privy.url })

const { DELETE } = await import('./route')
const { GET } = await import('./export/route')
const { deletePrivyUser } = await import('@/lib/auth/privy-server')

const confirm = 'delete my account'

beforeEach(() => {
  status = 204
  privy.received.length = 0
})
afterAll(() => privy.close())

const remove = async (person: ReturnType<typeof somebody>, body: unknown = { confirm }) =>
  DELETE(await person.send('/api/account', 'DELETE', body), context({}))
const exported = async (person: ReturnType<typeof somebody>) =>
  GET(await person.send('/api/account/export', 'GET'), context({}))

describe.skipIf(!hasFace)('deleting an account', () => {
  test('needs the words, and names their field', async () => {
    const person = somebody()
    await personasOf(person).keep()
    for (const body of [{}, { confirm: 'yes' }, { confirm, userId: 'somebody-else' }]) {
      const response = await remove(person, body)
      expect(response.status).toBe(400)
      expect((await problemIn(response)).errors).toHaveLength(1)
    }
    expect(await (await personasOf(person).list()).json()).toMatchObject({ total: 1 })
    expect(privy.received).toEqual([])
  })

  test('takes everything, the user at Privy, and what runs at the vendor', async () => {
    const person = somebody()
    const { id } = await personasOf(person).keep()
    const { vendorSessionId } = await person.talk({ personaId: id })
    const response = await remove(person)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({ identity: 'deleted' })
    await Promise.all(later)
    expect(await openAtVendor()).not.toContain(vendorSessionId)
    expect(await person.rows()).toMatchObject([{ status: 'ended', personaName: 'deleted' }])
    const basic = Buffer.from(`${identityEnv.PRIVY_APP_ID}:secret`).toString('base64')
    expect(privy.received).toMatchObject([
      {
        method: 'DELETE',
        path: `/v1/users/${encodeURIComponent(person.userId)}`,
        headers: { authorization: `Basic ${basic}`, 'privy-app-id': identityEnv.PRIVY_APP_ID },
      },
    ])
  })

  test('is not undone by another tab that still has its token', async () => {
    const person = somebody()
    await personasOf(person).keep()
    await remove(person)
    const write = await personasOf(person).create({ content: nonna })
    expect(await problemIn(write)).toMatchObject({ code: 'unauthenticated', status: 401 })
    expect(await problemIn(await person.mint())).toMatchObject({ code: 'unauthenticated' })
    expect(await (await personasOf(person).list()).json()).toMatchObject({ total: 0 })
    expect(await person.rows()).toEqual([])
  })

  test('is no way around a limit', async () => {
    const person = somebody()
    for (let starts = 0; starts < 4; starts++) await person.grant({ takeOver: true })
    await remove(person)
    expect(await problemIn(await person.mint())).toMatchObject({ code: 'rate_limited' })
  })

  test('does not need Privy: what it could not delete is said, and the data is gone', async () => {
    const person = somebody()
    await personasOf(person).keep()
    status = 500
    expect(await (await remove(person)).json()).toEqual({ identity: 'failed' })
    expect(privy.received).toHaveLength(2)
    expect(await (await personasOf(person).list()).json()).toMatchObject({ total: 0 })
  })

  test('counts a user that Privy no longer knows as deleted', async () => {
    status = 404
    expect(await deletePrivyUser('did:privy:gone')).toBe('deleted')
    status = 401
    expect(await deletePrivyUser('did:privy:ada')).toBe('failed')
  })
})

test.skipIf(!hasFace)('the file of an account is a download that nobody caches', async () => {
  const [person, stranger] = [somebody(), somebody()]
  await personasOf(person).keep()
  await personasOf(stranger).keep({ ...nonna, name: 'Not yours' })
  const response = await exported(person)
  expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.json"$/)
  expect(response.headers.get('cache-control')).toBe('no-store')
  const file = await response.json()
  expect(file).toMatchObject({ personas: [{ document: { persona: nonna } }] })
  expect(JSON.stringify(file)).not.toContain('Not yours')
})
