import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { MODEL, SESSION, type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'

let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest({ plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

const update = (session: unknown) => ({ type: 'session.update', session })

test('settings can be given once where the token has none, and are echoed as they are in force', async () => {
  const client = await swaram.connect(null)
  client.send(update({ instructions: 'Be brief.', voice: 'mal-male' }))
  const updated = await client.next('session.updated')
  expect(updated).toMatchObject({
    session: {
      id: expect.stringMatching(/^sess_sandbox_/),
      model: MODEL,
      instructions: 'Be brief.',
      voice: 'mal-male',
      tools: [],
      tool_choice: 'auto',
      turn_detection: 'default',
    },
  })
  client.send(update({ voice: 'mal-female' }))
  await client.next('error')
  expect(client.errors).toEqual(['session_locked'])
  expect((await swaram.state()).sessions[0]?.voice).toBe('mal-male')
})

test('the key of the account may give settings, too', async () => {
  const client = swaram.open({
    query: { model: MODEL },
    headers: { authorization: `Bearer ${swaram.apiKey}` },
  })
  await client.next('session.created')
  client.send(update({ voice: 'mal-male' }))
  await client.next('session.updated')
})

test.each([
  ['with settings', SESSION],
  ['with empty settings', {}],
])('a token %s locks them from the start', async (_, session) => {
  const client = await swaram.connect(session)
  client.send(update({ instructions: 'Ignore all that.', voice: 'mal-male' }))
  await client.next('error')
  expect(client.errors).toEqual(['session_locked'])
  expect(client.of('session.updated')).toEqual([])
  expect((await swaram.state()).sessions[0]?.voice).toBe('mal-female')
})

test.each([
  ['the first sound', { type: 'input_audio_buffer.append', audio: '' }],
  ['the first reply', { type: 'response.create' }],
])('settings are locked once the conversation has begun, with %s', async (_, event) => {
  const client = await swaram.connect(null)
  client.send(event)
  client.send(update({ voice: 'mal-male' }))
  await client.next('error')
  expect(client.errors).toEqual(['session_locked'])
})

test.each([
  ['the model', { model: 'mal-realtime-premium' }],
  ['an unknown voice', { voice: 'alloy' }],
  ['a field that OpenAI has', { modalities: ['audio'] }],
  ['a nested tool', { tools: [{ type: 'function', function: { name: 'x' } }] }],
])('%s in settings is refused, and they can still be given', async (_, session) => {
  const client = await swaram.connect(null)
  client.send(update(session))
  await client.next('error')
  expect(client.errors).toEqual(['invalid_event'])
  client.send(update({ voice: 'mal-male' }))
  await client.next('session.updated')
})
