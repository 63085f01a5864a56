import { expect, test } from 'vitest'
import type { VendorSession } from './schema'
import { stopSession } from './stop'

/** The part of Anam that keeps sessions: pages of them, oldest or newest first as given. */
function account(...pages: VendorSession[][]) {
  const stopped: string[] = []
  return {
    stopped,
    pages,
    getSession: async (id: string) => pages.flat().find((session) => session.id === id),
    listSessions: async (page: number) => ({
      data: pages[page - 1] ?? [],
      meta: { lastPage: pages.length },
    }),
    stopSession: async (id: string) => {
      stopped.push(id)
    },
  }
}

/** Anam's ids are UUIDs. */
const vendorId = (n: number) => `0000000${n}-0000-4000-8000-000000000000`

const ours = { id: 'ours', vendorSessionId: null }
const running = (id: string, clientLabel: string) => ({ id, clientLabel, endTime: null })

test('stops the session that carries our id as its label', async () => {
  const anam = account([running(vendorId(1), 'other'), running(vendorId(2), 'ours')])
  expect(await stopSession({ ...ours, vendorSessionId: vendorId(2) }, anam, [0])).toBe('stopped')
  expect(anam.stopped).toEqual([vendorId(2)])
})

test('never stops somebody else’s session, whatever id a browser claims', async () => {
  const anam = account([running(vendorId(1), 'other')])
  expect(await stopSession({ ...ours, vendorSessionId: vendorId(1) }, anam, [0])).toBe('nothing')
  expect(anam.stopped).toEqual([])
})

test('finds its own session when the claimed id is wrong or missing, on either end of the list', async () => {
  for (const vendorSessionId of [vendorId(1), 'unknown', null]) {
    const anam = account([running(vendorId(1), 'other')], [], [running(vendorId(9), 'ours')])
    await stopSession({ ...ours, vendorSessionId }, anam, [0])
    expect(anam.stopped).toEqual([vendorId(9)])
  }
})

test('leaves a session alone that has ended', async () => {
  const anam = account([{ id: vendorId(2), clientLabel: 'ours', endTime: '2026-11-22T10:00:00Z' }])
  expect(await stopSession(ours, anam, [0, 1])).toBe('nothing')
  expect(anam.stopped).toEqual([])
})

test('of two starts with our label, stops the one that runs', async () => {
  const anam = account([
    { id: vendorId(1), clientLabel: 'ours', endTime: '2026-11-22T10:00:00Z' },
    running(vendorId(2), 'ours'),
  ])
  await stopSession({ ...ours, vendorSessionId: null }, anam, [0])
  expect(anam.stopped).toEqual([vendorId(2)])
})

test('stops both of two that run with our label, whichever of them the browser names', async () => {
  const anam = account([running(vendorId(1), 'ours'), running(vendorId(2), 'ours')])
  await stopSession({ ...ours, vendorSessionId: vendorId(1) }, anam, [0])
  expect(anam.stopped.toSorted()).toEqual([vendorId(1), vendorId(2)])
})

test('looks again for a start that Anam lists late', async () => {
  const anam = account([])
  setTimeout(() => anam.pages[0]?.push(running(vendorId(3), 'ours')), 10)
  expect(await stopSession(ours, anam, [0, 40])).toBe('stopped')
  expect(anam.stopped).toEqual([vendorId(3)])
})
