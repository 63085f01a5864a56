import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createHoldToEnd, holdToEndMs } from './shortcuts-hold-to-end'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

function held() {
  const end = vi.fn()
  return { end, hold: createHoldToEnd(end) }
}

it('ends when it has been held long enough, once', () => {
  const { end, hold } = held()
  hold.press()
  expect(hold.isHeld.get()).toBe(true)
  vi.advanceTimersByTime(holdToEndMs - 1)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(5 * holdToEndMs)
  expect(end).toHaveBeenCalledOnce()
  expect(hold.isHeld.get()).toBe(false)
})

it('does not end when it is let go before, however often', () => {
  const { end, hold } = held()
  for (let press = 0; press < 5; press += 1) {
    hold.press()
    vi.advanceTimersByTime(holdToEndMs - 1)
    hold.release()
  }
  vi.advanceTimersByTime(5 * holdToEndMs)
  expect(end).not.toHaveBeenCalled()
  expect(hold.isHeld.get()).toBe(false)
})
