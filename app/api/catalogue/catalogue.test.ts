import { afterAll, describe, expect, test, vi } from 'vitest'
import { avatarPage, llmPage, voicePage } from '@/lib/catalogue/items'
import { context, control, noFaults, problemIn, somebody } from '../testing/api'
import { hasFace } from '../testing/face'

const { GET: listRoute } = await import('./[kind]/route')
const { GET: itemRoute } = await import('./[kind]/[id]/route')
const { GET: sampleRoute } = await import('../../voices/[voiceId]/sample/route')

const me = somebody()
const list = async (kind: string, query = '') =>
  listRoute(await me.send(`/api/catalogue/${kind}${query}`, 'GET'), context({ kind }))
const item = async (kind: string, id: string) =>
  itemRoute(await me.send(`/api/catalogue/${kind}/${id}`, 'GET'), context({ kind, id }))
const sample = (voiceId: string) =>
  sampleRoute(new Request('http://localhost/'), context({ voiceId }))

describe.skipIf(!hasFace)('the catalogue', () => {
  test('is for people who are signed in', async () => {
    const request = new Request('http://localhost/api/catalogue/avatars')
    expect((await listRoute(request, context({ kind: 'avatars' }))).status).toBe(401)
  })

  test('has avatars of each source, and pictures at our own address', async () => {
    const all = avatarPage.parse(await (await list('avatars')).json())
    expect(new Set(all.items.map(({ source }) => source))).toEqual(new Set(['stock', 'one-shot']))
    const shots = avatarPage.parse(await (await list('avatars', '?source=one-shot')).json())
    expect(shots.items.map(({ source }) => source)).toEqual(['one-shot', 'one-shot'])
    for (const { id, pictureUrl } of all.items) expect(pictureUrl).toBe(`/avatars/${id}/picture`)
  })

  test('has voices by gender and language, each with a sample', async () => {
    const { items, languages } = voicePage.parse(
      await (await list('voices', '?gender=female&language=it')).json(),
    )
    expect(items.length).toBeGreaterThan(1)
    for (const voice of items) expect(voice).toMatchObject({ gender: 'female', language: 'it' })
    expect(languages).toEqual(expect.arrayContaining(['en', 'it']))
  })

  test('tells of one item by its id, and nothing of what it does not have', async () => {
    const { items } = llmPage.parse(await (await list('llms')).json())
    const [first] = items
    expect(await (await item('llms', first?.id ?? '')).json()).toEqual(first)
    for (const kind of ['avatars', 'voices', 'llms', 'constructor']) {
      const response = await item(kind, 'gone')
      expect([response.status, (await problemIn(response)).code]).toEqual([404, 'not_found'])
    }
    expect((await list('tools')).status).toBe(404)
  })

  test.each([
    ['avatars', '?source=mine', 'source'],
    ['avatars', '?gender=female', 'gender'],
    ['voices', '?gender=FEMALE', 'gender'],
    ['voices', '?language=Italian', 'language'],
    ['llms', '?page=0', 'page'],
  ])('%s%s is refused, and the answer names the field', async (kind, query, field) => {
    const response = await list(kind, query)
    expect(response.status).toBe(400)
    expect((await problemIn(response)).errors?.map(({ path }) => path)).toEqual([field])
  })

  test('is as it was while the vendor is away', async () => {
    await control('faults', { kind: 'catalogue', status: 500 })
    expect((await list('avatars')).status).toBe(200)
    await noFaults()
  })
})

describe.skipIf(!hasFace)('the sample of a voice', () => {
  const download = vi.spyOn(globalThis, 'fetch')
  afterAll(() => download.mockRestore())

  test('is a sound from our own address, downloaded once', async () => {
    const { items } = voicePage.parse(await (await list('voices')).json())
    const id = items[1]?.id ?? ''
    const responses = await Promise.all([sample(id), sample(id), sample(id)])
    for (const response of responses) {
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toMatch(/^audio\//)
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
      const bytes = Buffer.from(await response.arrayBuffer())
      expect(bytes.subarray(0, 4).toString()).toBe('RIFF')
    }
    const samples = download.mock.calls.filter(([url]) => String(url).includes('/samples/'))
    expect(samples).toHaveLength(1)
  })

  test('of an id that is not in the catalogue is not fetched', async () => {
    download.mockClear()
    expect((await sample('../v1/sessions')).status).toBe(404)
    expect(download).not.toHaveBeenCalled()
  })
})
