import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { answerJson, type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import { createAnamApi } from './api'
import { catalogueReader } from './catalogue'

const logged = vi.spyOn(console, 'log').mockImplementation(() => {})

interface Answer {
  status?: number
  pages: unknown[][]
}

let lists: Record<string, Answer>
let asked: URL[]
let double: VendorDouble

const avatar = (id: string, more = {}) => ({ id, displayName: id, ...more })

beforeEach(async () => {
  logged.mockClear()
  asked = []
  lists = {
    avatars: { pages: [[avatar('mine', { createdByOrganizationId: 'us' }), avatar('stock')]] },
    oneShots: { pages: [[]] },
    voices: { pages: [[{ id: 'v', displayName: 'V' }]] },
    llms: { pages: [[{ id: 'l', displayName: 'L' }]] },
  }
  double = await vendorDouble(({ path }, response) => {
    const url = new URL(path, 'http://localhost')
    asked.push(url)
    const noun = url.pathname.slice('/v1/'.length)
    const list = lists[url.searchParams.has('onlyOneShot') ? 'oneShots' : noun]
    const page = Number(url.searchParams.get('page'))
    const lastPage = list?.pages.length ?? 1
    answerJson(response, list?.status ?? 200, {
      data: list?.pages[page - 1] ?? [],
      meta: { total: 1, lastPage, currentPage: page, perPage: 100, prev: null, next: null },
    })
  })
})
afterEach(() => double.close())

const reader = () => catalogueReader(createAnamApi({ baseUrl: double.url, apiKey: 'key' }))
const away: Answer = { status: 403, pages: [] }

describe('the catalogue', () => {
  test('is every page of each list, in the order of its pages', async () => {
    const pages = Array.from({ length: 6 }, (_, n) => [avatar(`a${n}`), avatar(`b${n}`)])
    lists.avatars = { pages }
    const { avatars } = await reader()()
    expect(avatars.map(({ id }) => id)).toEqual(pages.flat().map(({ id }) => id))
    expect(asked.every(({ searchParams }) => searchParams.get('perPage') === '100')).toBe(true)
  })

  test('has no language model that is none: it would leave a persona speechless', async () => {
    lists.llms = {
      pages: [
        [
          { id: 'l', displayName: 'L' },
          { id: 'CUSTOMER_CLIENT_V1', displayName: 'Disable LLM' },
        ],
      ],
    }
    expect((await reader()()).llms.map(({ id }) => id)).toEqual(['l'])
  })

  test('has each item once, also where the list has moved on between two pages', async () => {
    lists.avatars = {
      pages: [
        [avatar('a'), avatar('b')],
        [avatar('b'), avatar('c')],
      ],
    }
    const { avatars } = await reader()()
    expect(avatars.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  test('ends after twenty pages, and the log says so once', async () => {
    lists.voices = { pages: Array.from({ length: 23 }, (_, n) => [avatar(`v${n}`)]) }
    const { voices } = await reader()()
    expect(voices).toHaveLength(20)
    const lines = logged.mock.calls.filter(([line]) => String(line).includes('list_cut_short'))
    expect(lines).toHaveLength(1)
  })

  test('has everybody’s avatars first, and tells where each comes from', async () => {
    lists.avatars?.pages[0]?.push(avatar('shot', { createdByOrganizationId: 'us' }))
    lists.oneShots = { pages: [[avatar('shot')]] }
    const { avatars } = await reader()()
    expect(avatars.map(({ id, source }) => [id, source])).toEqual([
      ['stock', 'stock'],
      ['mine', 'own'],
      ['shot', 'one-shot'],
    ])
  })

  test.each(['avatars', 'voices', 'llms', 'oneShots'])(
    'has the rest where %s cannot be read',
    async (noun) => {
      lists[noun] = away
      const read = await reader()()
      const counts = { avatars: 2, voices: 1, llms: 1 }
      expect({
        avatars: read.avatars.length,
        voices: read.voices.length,
        llms: read.llms.length,
      }).toEqual(noun === 'oneShots' ? counts : { ...counts, [noun]: 0 })
    },
  )

  test('is the vendor’s problem where nothing can be read', async () => {
    lists = { avatars: away, voices: away, llms: away, oneShots: away }
    await expect(reader()()).rejects.toMatchObject({ code: 'vendor_rejected_credentials' })
  })

  test('is read once, and stays as it was while the vendor is away', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    try {
      const read = reader()
      const first = await read()
      const calls = asked.length
      expect(await read()).toEqual(first)
      expect(asked).toHaveLength(calls)
      lists = { avatars: away, voices: away, llms: away, oneShots: away }
      vi.setSystemTime(Date.now() + 11 * 60_000)
      expect(await read()).toEqual(first)
      await vi.waitFor(() => expect(asked.length).toBeGreaterThanOrEqual(calls + 4))
      expect(await read()).toEqual(first)
    } finally {
      vi.useRealTimers()
    }
  })
})
