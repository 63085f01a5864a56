import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHold } from './microphone-hold'
import { watchStall } from './stall-watch'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function watched() {
  const told: boolean[] = []
  const line: { waiting: number; due?: 'reply' | 'answer'; lastFrame: number } = {
    waiting: 0,
    lastFrame: 0,
  }
  const stop = watchStall({
    waiting: () => line.waiting,
    due: () => line.due,
    lastFrame: () => line.lastFrame,
    tell: (isStalled) => told.push(isStalled),
  })
  const pass = (ms: number) => vi.advanceTimersByTime(ms)
  const come = () => {
    line.lastFrame = performance.now()
  }
  come()
  return { line, told, stop, pass, come }
}

test('silence while nobody has said anything is no stall', () => {
  const { told, pass } = watched()
  pass(600_000)
  expect(told).toEqual([])
})

test('a reply that stops arriving is one, until something comes', () => {
  const { line, told, pass, come } = watched()
  line.due = 'reply'
  pass(4_500)
  expect(told).toEqual([])
  pass(1_500)
  expect(told).toEqual([true])
  come()
  pass(500)
  expect(told).toEqual([true, false])
})

test('an answer may be thought about for longer', () => {
  const { line, told, pass } = watched()
  line.due = 'answer'
  pass(14_500)
  expect(told).toEqual([])
  pass(2_000)
  expect(told).toEqual([true])
})

test('sound that does not leave is one', () => {
  const { line, told, pass } = watched()
  line.waiting = 100_000
  pass(1_500)
  line.waiting = 0
  pass(500)
  line.waiting = 100_000
  pass(1_500)
  expect(told).toEqual([])
  pass(1_500)
  expect(told).toEqual([true])
})

test('nothing is told once it is stopped', () => {
  const { line, told, stop, pass } = watched()
  line.due = 'reply'
  stop()
  pass(60_000)
  expect(told).toEqual([])
})

test('a held microphone is open again 300 ms after the last sound, unless the next reply begins', () => {
  let isWanted = true
  const hold = createHold(() => isWanted)
  hold.begin()
  expect(hold.isHeld()).toBe(true)
  hold.end()
  vi.advanceTimersByTime(200)
  hold.begin()
  vi.advanceTimersByTime(500)
  expect(hold.isHeld()).toBe(true)
  hold.end()
  vi.advanceTimersByTime(299)
  expect(hold.isHeld()).toBe(true)
  vi.advanceTimersByTime(1)
  expect(hold.isHeld()).toBe(false)
  // Asked for each reply: somebody has put headphones on.
  isWanted = false
  hold.begin()
  expect(hold.isHeld()).toBe(false)
})
