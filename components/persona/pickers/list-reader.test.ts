import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Filters } from '@/lib/catalogue/client'
import { createListReader } from './list-reader'

interface Answer {
  items: { id: string }[]
  page: number
  total: number
  lastPage: number
}

/** Two names on each page, after what is searched for. */
const pageOf = ({ search = 'all' }: Filters, page: number): Answer => ({
  items: [1, 2].map((n) => ({ id: `${search}-${page}-${n}` })),
  page,
  total: 8,
  lastPage: 4,
})

function reading() {
  const asked: string[] = []
  /** How long each next answer takes, in ms. */
  const waits: number[] = []
  const reader = createListReader<{ id: string }, Answer>({
    async read(filters, page) {
      asked.push(`${filters.search ?? 'all'} ${page}`)
      await new Promise((resolve) => setTimeout(resolve, waits.shift() ?? 10))
      return pageOf(filters, page)
    },
    initial: pageOf({}, 1),
  })
  return { reader, asked, waits, ids: () => reader.state.get().items.map(({ id }) => id) }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('a list is read on page by page', async () => {
  const { reader, ids } = reading()
  reader.readOn(null)
  await vi.advanceTimersByTimeAsync(20)
  expect(ids()).toEqual(['all-1-1', 'all-1-2', 'all-2-1', 'all-2-2'])
})

test('reading on right after typing begins the list that is searched for, and mixes nothing', async () => {
  const { reader, ids, asked } = reading()
  reader.search({ search: 'ada' }, null)
  reader.readOn(null)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(ids()).toEqual(['ada-1-1', 'ada-1-2'])
  expect(asked).toEqual(['ada 1'])
  reader.readOn(null)
  await vi.advanceTimersByTimeAsync(20)
  expect(ids()).toEqual(['ada-1-1', 'ada-1-2', 'ada-2-1', 'ada-2-2'])
})

test('trying again after typing begins the new list, too', async () => {
  const { reader, ids, waits } = reading()
  waits.push(60_000)
  reader.readOn(null)
  await vi.advanceTimersByTimeAsync(15_000)
  expect(reader.state.get().state).toEqual({ kind: 'failed', page: 2 })
  reader.search({ search: 'ada' }, null)
  reader.tryAgain(null)
  await vi.advanceTimersByTimeAsync(1_000)
  expect(ids()).toEqual(['ada-1-1', 'ada-1-2'])
})

test('a catalogue that says nothing counts as away after a while, and can be asked again', async () => {
  const { reader, ids, waits } = reading()
  waits.push(60_000)
  reader.search({ source: 'stock' }, null)
  await vi.advanceTimersByTimeAsync(14_000)
  expect(reader.state.get().state).toEqual({ kind: 'reading', page: 1 })
  await vi.advanceTimersByTimeAsync(1_000)
  expect(reader.state.get().state).toEqual({ kind: 'failed', page: 1 })
  reader.tryAgain(null)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(reader.state.get().state).toEqual({ kind: 'ready' })
  expect(ids()).toEqual(['all-1-1', 'all-1-2'])
})

test('only the answer to the last letter counts', async () => {
  const { reader, ids, waits, asked } = reading()
  waits.push(500)
  reader.search({ search: 'a' }, null)
  await vi.advanceTimersByTimeAsync(300)
  reader.search({ search: 'ad' }, 'chosen')
  await vi.advanceTimersByTimeAsync(1_000)
  expect(asked).toEqual(['a 1', 'ad 1'])
  expect(ids()).toEqual(['ad-1-1', 'ad-1-2'])
  expect(reader.state.get().pinned).toBe('chosen')
})
