import { expect, test } from 'vitest'
import { remembered } from './remembered'

function source(staleMs?: number) {
  const state: { time: number; loads: number; fail: boolean } = { time: 0, loads: 0, fail: false }
  const read = remembered(
    async () => {
      state.loads++
      if (state.fail) throw new Error('away')
      return `value ${state.loads}`
    },
    {
      freshMs: 100,
      failedMs: 10,
      ...(staleMs !== undefined && { staleMs }),
      now: () => state.time,
    },
  )
  return { state, read }
}

/** Lets a refresh in the background end. */
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('asks once for everybody who asks at the same time, and then not again while it is fresh', async () => {
  const { state, read } = source()
  expect(await Promise.all([read(), read(), read()])).toEqual(['value 1', 'value 1', 'value 1'])
  state.time = 99
  expect(await read()).toBe('value 1')
  expect(state.loads).toBe(1)
})

test('serves the old value while it fetches a new one', async () => {
  const { state, read } = source()
  await read()
  state.time = 100
  expect(await read()).toBe('value 1')
  await settle()
  expect(await read()).toBe('value 2')
})

test('keeps the old value when the source is away, and asks again a little later', async () => {
  const { state, read } = source()
  await read()
  state.time = 100
  state.fail = true
  expect(await read()).toBe('value 1')
  await settle()
  expect(await read()).toBe('value 1')
  expect(state.loads).toBe(2)
  state.time = 110
  state.fail = false
  await read()
  await settle()
  expect(await read()).toBe('value 3')
})

test('without a value, fails for everybody, from memory for a moment, then tries again', async () => {
  const { state, read } = source()
  state.fail = true
  await expect(read()).rejects.toThrow('away')
  await expect(read()).rejects.toThrow('away')
  expect(state.loads).toBe(1)
  state.time = 10
  state.fail = false
  expect(await read()).toBe('value 2')
})

test('an old value that may not be served is waited for, or is the source’s failure', async () => {
  const { state, read } = source(0)
  await read()
  state.time = 100
  expect(await Promise.all([read(), read()])).toEqual(['value 2', 'value 2'])
  state.time = 200
  state.fail = true
  await expect(read()).rejects.toThrow('away')
  await expect(read()).rejects.toThrow('away')
  expect(state.loads).toBe(3)
})
