import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'
import type { VoiceClient } from '../testing/voice-client'

const order = z.strictObject({ order_id: z.string().min(3), express: z.boolean().optional() })
const parameters = z.toJSONSchema(order)
const tools = [
  { type: 'function', name: 'get_order_status', description: 'Looks an order up.', parameters },
]
const called = z.strictObject({
  type: z.literal('response.function_call_arguments.done'),
  name: z.string(),
  call_id: z.string().startsWith('call_'),
  arguments: z.string(),
})
let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest({ plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function nextCall(client: VoiceClient, count = 1) {
  return called.parse(await client.next('response.function_call_arguments.done', count))
}

const answer = (client: VoiceClient, callId: string, result: unknown) =>
  client.send({
    type: 'conversation.item.create',
    item: { type: 'function_call_output', call_id: callId, output: JSON.stringify(result) },
  })

async function speakTurns(client: VoiceClient, turns: number) {
  for (let turn = 1; turn <= turns; turn++) {
    client.speak(500)
    await client.next('response.done', turn)
  }
}

describe('a tool', () => {
  test('is called on the third turn, with arguments that fit, in a reply of its own', async () => {
    const client = await swaram.connect({ tools })
    await speakTurns(client, 3)
    const call = await nextCall(client)
    expect(call.name).toBe('get_order_status')
    expect(order.safeParse(JSON.parse(call.arguments)).error).toBeUndefined()
    const at = client.types.indexOf('response.function_call_arguments.done')
    expect(client.types[at - 1]).toBe('response.created')
    expect(client.types[at + 1]).toBe('response.done')
  })

  test('once it has answered is spoken about without anybody asking for a reply', async () => {
    const client = await swaram.connect({ tools })
    await speakTurns(client, 3)
    const { call_id } = await nextCall(client)
    answer(client, call_id, 'on the way')
    await client.next('response.done', 4)
    expect(client.text).toContain('on the way')
    const created = client.of('conversation.item.created').at(-1)
    expect(created).toMatchObject({ item: { type: 'function_call_output', call_id } })
    expect(client.errors).toEqual([])
  })

  test('is not spoken about twice when the client asks for a reply, as OpenAI would have it', async () => {
    const client = await swaram.connect({ tools })
    await swaram.call('POST', '/__sandbox/tool-call', { name: 'get_order_status', arguments: {} })
    const { call_id } = await nextCall(client)
    answer(client, call_id, { status: 'sent' })
    client.send({ type: 'response.create' })
    await client.next('error')
    await client.next('response.done', 2)
    await pause(300)
    expect(client.errors).toEqual(['conversation_already_has_active_response'])
    expect(client.of('response.created')).toHaveLength(2)
    expect(client.text.match(/sent/g)).toHaveLength(1)
  })

  test('that failed is said to have failed, without its words', async () => {
    const client = await swaram.connect({ tools })
    await swaram.call('POST', '/__sandbox/tool-call', { name: 'get_order_status', arguments: {} })
    const { call_id } = await nextCall(client)
    answer(client, call_id, { error: 'No such order' })
    await client.next('response.done', 2)
    expect(client.text).toMatch(/പ്രവർത്തിച്ചില്ല/)
    expect(client.text).not.toContain('No such order')
  })

  test('answers once, and only for a call that was made', async () => {
    const client = await swaram.connect({ tools })
    await swaram.call('POST', '/__sandbox/tool-call', { name: 'get_order_status', arguments: {} })
    const { call_id } = await nextCall(client)
    answer(client, call_id, 1)
    answer(client, call_id, 2)
    answer(client, 'call_made_up', 3)
    await client.next('error', 2)
    expect(client.errors).toEqual(['unknown_call_id', 'unknown_call_id'])
  })

  test('that answers late, while something else is said, is spoken about after that', async () => {
    const client = await swaram.connect({ tools })
    await swaram.call('POST', '/__sandbox/tool-call', { name: 'get_order_status', arguments: {} })
    const { call_id } = await nextCall(client)
    client.send({ type: 'response.create' })
    answer(client, call_id, 'late')
    await client.next('response.done', 3)
    expect(client.text).toMatch(/late$/)
    expect(client.of('response.done')).toEqual(
      Array(3).fill(
        expect.objectContaining({ response: expect.objectContaining({ status: 'completed' }) }),
      ),
    )
  })

  test('can be called by a test with any arguments, even for a tool that there is not', async () => {
    const client = await swaram.connect({})
    const body = { name: 'made_up', arguments: { order_id: 7 } }
    const { json } = await swaram.call('POST', '/__sandbox/tool-call', body)
    expect(json).toEqual({ sessions: 1 })
    expect(await nextCall(client)).toMatchObject({
      name: 'made_up',
      arguments: '{"order_id":7}',
    })
    expect((await swaram.state()).sessions[0]?.pendingCalls).toHaveLength(1)
  })
})

test('none means that no tool is called', async () => {
  const client = await swaram.connect({ tools, tool_choice: 'none' })
  await speakTurns(client, 3)
  expect(client.of('response.function_call_arguments.done')).toEqual([])
})

test('required calls tools for ever, as people found with the vendor', async () => {
  const client = await swaram.connect({ tools, tool_choice: 'required' })
  client.speak(500)
  for (let count = 1; count <= 5; count++) {
    const { call_id } = await nextCall(client, count)
    answer(client, call_id, 'ok')
  }
  await nextCall(client, 6)
  expect(client.heard.length).toBe(0)
})
