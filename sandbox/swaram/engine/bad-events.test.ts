import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'
import { tone } from '../testing/voice-client'

let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest({ plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

const append = (audio: unknown) => ({ type: 'input_audio_buffer.append', audio })
const item = (fields: object) => ({ type: 'conversation.item.create', item: fields })
const output = { type: 'function_call_output', call_id: 'call_1', output: '{}' }

test.each([
  ['no JSON', '{"type":"response.cr', 'invalid_json'],
  ['nothing', '', 'invalid_json'],
  ['no object', '[1]', 'invalid_event'],
  ['no type', {}, 'invalid_event'],
  ['a type that is no text', { type: 7 }, 'invalid_event'],
  ['an unknown event', { type: 'conversation.item.truncate' }, 'unknown_event'],
  ['an event of the server', { type: 'session.created' }, 'unknown_event'],
  ['a name of Object', { type: 'constructor' }, 'unknown_event'],
  ['sound that is missing', { type: 'input_audio_buffer.append' }, 'invalid_event'],
  ['sound that is no text', append(7), 'invalid_event'],
  ['sound that is no base64', append('not base64!'), 'invalid_event'],
  ['sound in base64url', append('-_-_'), 'invalid_event'],
  ['sound that is cut off', append('AAA'), 'invalid_event'],
  ['a field too many', { type: 'response.create', response: {} }, 'invalid_event'],
  [
    'a typed turn',
    item({ type: 'message', role: 'user', content: [{ type: 'input_text', text: 'hello' }] }),
    'invalid_event',
  ],
  ['a result that is no text', item({ ...output, output: {} }), 'invalid_event'],
  ['a result that is no JSON', item({ ...output, output: 'fine' }), 'invalid_event'],
  ['a result without a call', item({ ...output, call_id: undefined }), 'invalid_event'],
  ['a result nobody asked for', item(output), 'unknown_call_id'],
])('%s is an error, and the connection stays', async (_, message, code) => {
  const client = await swaram.connect()
  client.send(message)
  expect(await client.next('error')).toEqual({
    type: 'error',
    error: { type: 'invalid_request_error', code, message: expect.any(String) },
  })
  client.send({ type: 'response.create' })
  await client.next('response.done')
  expect(client.errors).toEqual([code])
})

test('a binary frame is an error: JSON goes on the text channel', async () => {
  const client = await swaram.connect()
  client.socket.send(tone(100))
  await client.next('error')
  expect(client.errors).toEqual(['invalid_event'])
  expect((await swaram.state()).sessions[0]?.bytesHeard).toBe(0)
})

test('a frame of more than 1 MB closes the connection, one just below does not', async () => {
  const client = await swaram.connect()
  client.append(Buffer.alloc(780_000))
  client.send({ type: 'response.create' })
  await client.next('response.created')
  client.append(Buffer.alloc(800_000))
  expect((await client.closing()).code).toBe(1009)
})

test('errors say nothing about the inside of the stand-in', async () => {
  const client = await swaram.connect()
  client.send({ type: 'session.update', session: { voice: 'x'.repeat(500) } })
  const error = await client.next('error')
  expect(JSON.stringify(error)).not.toMatch(/zod|\.ts|node_modules/)
})
