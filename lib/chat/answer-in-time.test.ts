import { expect, test } from 'vitest'
import { ConversationError } from '@/lib/conversation/failure'
import { answerInTime } from './answer-in-time'

const never = () => new AbortController().signal
/** A request that hears nothing, as the renewal of an identity does not. */
const deaf = () => new Promise<Response>(() => {})

test('an answer is what was sent for', async () => {
  const answer = new Response('yes')
  expect(await answerInTime(async () => answer, never())).toBe(answer)
})

test('no answer in time is a vendor that takes too long', async () => {
  const error = await answerInTime(deaf, never(), 20).catch((reason: unknown) => reason)
  expect(error).toMatchObject({ failure: { code: 'vendor_timeout' } })
})

test('no answer at all is a network that is away, unless it is told better', async () => {
  const broken = answerInTime(() => Promise.reject(new TypeError('Failed to fetch')), never())
  await expect(broken).rejects.toMatchObject({ failure: { code: 'offline' } })
  const told = new ConversationError({ code: 'unauthenticated' })
  await expect(answerInTime(() => Promise.reject(told), never())).rejects.toBe(told)
})

test('whoever leaves does not wait, whatever the request hears', async () => {
  const abort = new AbortController()
  const waiting = answerInTime(deaf, abort.signal)
  abort.abort(new Error('left'))
  await expect(waiting).rejects.toThrow('left')
  await expect(answerInTime(deaf, abort.signal)).rejects.toThrow('left')
})

test('leaving after the answer ends what still comes of it', async () => {
  const abort = new AbortController()
  let given: AbortSignal | undefined
  await answerInTime(async (signal) => {
    given = signal
    return new Response('yes')
  }, abort.signal)
  abort.abort(new Error('left'))
  expect(given?.aborted).toBe(true)
})
