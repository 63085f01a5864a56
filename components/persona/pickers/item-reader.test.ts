import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createItemReader } from './item-reader'

function reading(read: (id: string, signal: AbortSignal) => Promise<string | null>) {
  const known = new Map<string, string | null>()
  const reader = createItemReader({ read, onRead: (id, item) => void known.set(id, item) })
  return { reader, known }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('an item that cannot be read holds no other up', async () => {
  const { reader, known } = reading(async (id) => {
    if (id === 'broken') throw new Error('500')
    if (id === 'silent') await new Promise(() => {})
    return id === 'gone' ? null : `Item ${id}`
  })
  reader.ask(['broken', 'silent', 'a', 'gone'])
  await vi.advanceTimersByTimeAsync(20_000)
  expect([...known]).toEqual([
    ['a', 'Item a'],
    ['gone', null],
  ])
})

test('each is asked for once, and after a stop anew', async () => {
  const asked: string[] = []
  const { reader, known } = reading(async (id) => {
    asked.push(id)
    return id
  })
  reader.ask(['a'])
  reader.ask(['a', 'b'])
  expect(asked).toEqual(['a', 'b'])
  reader.stop()
  await vi.advanceTimersByTimeAsync(0)
  expect(known.size).toBe(0)
  reader.ask(['a'])
  await vi.advanceTimersByTimeAsync(0)
  expect([...known]).toEqual([['a', 'a']])
})
