import { expect, test } from 'vitest'
import { countWrite } from './write-rate'

const many = 1_200
const write = (user: string, seconds: number) =>
  countWrite(`did:privy:writer-${user}`, seconds * 1_000)

/** The seconds that a write has to wait; 0 where it is let through. */
function waitOf(user: string, seconds: number): unknown {
  try {
    write(user, seconds)
    return 0
  } catch (error) {
    expect(error).toMatchObject({ code: 'rate_limited' })
    return error instanceof Error && 'retryAfter' in error ? error.retryAfter : undefined
  }
}

test('of somebody’s writes within ten minutes the 1,201st waits, exactly as long as it has to', () => {
  for (let n = 0; n < many; n += 1) write('a', n / 10)
  expect(waitOf('a', 120)).toBe(480)
  expect(waitOf('a', 599.9)).toBe(1)
  expect(waitOf('a', 600)).toBe(0)
  expect(waitOf('a', 600)).toBe(1)
  expect(waitOf('a', 600.1)).toBe(0)
})

test('what one person writes is in nobody else’s way', () => {
  for (let n = 0; n < many; n += 1) write('b', 0)
  expect(waitOf('b', 1)).toBe(599)
  expect(waitOf('c', 1)).toBe(0)
})

test('what is refused does not count', () => {
  for (let n = 0; n < many; n += 1) write('d', 0)
  for (let n = 0; n < 500; n += 1) waitOf('d', 300)
  expect(waitOf('d', 600)).toBe(0)
})
