import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ToolCalls } from './tool-calls'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const told: { type: string; data: Record<string, unknown> }[] = []
function toolCalls() {
  told.length = 0
  const message = (type: string, data: Record<string, unknown>) => void told.push({ type, data })
  return new ToolCalls('session', { message, signal: () => {} }, () => Date.now())
}

const call = { name: 'open_calendar', arguments: {} }

test('an answer is waited for as long as the tool may take', async () => {
  const calls = toolCalls()
  const outcome = calls.call({ ...call, waitSeconds: 60 }, 'turn', 1)
  await vi.advanceTimersByTimeAsync(59_000)
  const id = String(told[0]?.data.tool_call_id)
  calls.answer({ message_type: 'tool_result', tool_call_id: id, result: 'Tuesday' })
  expect(await outcome).toEqual({ result: 'Tuesday' })
})

test('and no longer', async () => {
  const outcome = toolCalls().call({ ...call, waitSeconds: 60 }, 'turn', 1)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await outcome).toHaveProperty('error')
  expect(told.map(({ type }) => type)).toEqual(['toolCallStarted', 'toolCallFailed'])
})

test('a call that waits for nothing is told, and over', async () => {
  expect(await toolCalls().call({ ...call, waitSeconds: 0 }, 'turn', 1)).toEqual({ result: '' })
  expect(told.map(({ type }) => type)).toEqual(['toolCallStarted', 'toolCallCompleted'])
})
