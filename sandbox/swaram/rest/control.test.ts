import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { start } from '../start'
import { MODEL, type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'
import { until } from '../testing/until'
import { tone } from '../testing/voice-client'

let swaram: SwaramUnderTest

beforeAll(async () => {
  swaram = await swaramUnderTest({ plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

test('the stand-in says how the app is pointed at it, with a key that is clearly not the vendor’s', async () => {
  const standIn = await start({ port: 0 })
  expect(standIn.env).toEqual({
    SWARAM_API_KEY: expect.stringMatching(/^swaram_sandbox_/),
    SWARAM_API_URL: standIn.url,
  })
  expect(standIn.url).toMatch(/^http:\/\/localhost:\d+$/)
  await standIn.close()
  await expect(fetch(standIn.url)).rejects.toThrow()
})

test('its state shows each open session and what it hears', async () => {
  const client = await swaram.connect({ voice: 'mal-male' })
  client.append(tone(1_000, 0.5))
  client.append(tone(600, 0))
  await client.next('response.done')
  const [session] = (await swaram.state()).sessions
  expect(session).toMatchObject({
    id: expect.stringMatching(/^sess_sandbox_/),
    model: MODEL,
    voice: 'mal-male',
    bytesHeard: 76_800,
    secondsHeard: 1.6,
    turns: 1,
    replies: 1,
    replying: false,
  })
  expect(session?.microphone.peakRms).toBeCloseTo(0.36, 1)
  expect(session?.said[0]).toBe(client.text)
})

test('its state shows what the client sent besides sound', async () => {
  const client = await swaram.connect()
  client.append(tone(100, 0))
  client.send({ type: 'response.cancel' })
  client.send({ type: 'nonsense' })
  await client.next('error', 2)
  const [session] = (await swaram.state()).sessions
  expect(session?.received).toEqual([{ type: 'response.cancel' }, { refused: 'unknown_event' }])
})

test('routes are counted, and closed sessions are remembered with their code', async () => {
  const before = (await swaram.state()).counters
  const client = await swaram.connect()
  await client.close()
  const closed = await until('it has noticed', async () => {
    const { sessions, closed } = await swaram.state()
    return sessions.length === 0 && closed.at(-1)
  })
  expect(closed.code).toBe(1000)
  const { counters } = await swaram.state()
  const grew = (name: string) => (counters[name] ?? 0) - (before[name] ?? 0)
  expect(grew('POST /v1/realtime/client_secrets')).toBe(1)
  expect(grew('WS /v1/realtime')).toBe(1)
})

test('the persona says what a test wants, in place of what it was saying', async () => {
  await swaram.call('POST', '/__sandbox/plan', { pace: 1 })
  const client = await swaram.connect()
  client.send({ type: 'response.create' })
  await client.next('response.output_audio.delta')
  const { json } = await swaram.call('POST', '/__sandbox/say', { text: 'ശരി.' })
  expect(json).toEqual({ sessions: 1 })
  expect(await client.next('response.done')).toMatchObject({ response: { status: 'cancelled' } })
  expect(await client.next('response.done', 2)).toMatchObject({
    response: { status: 'completed' },
  })
  expect(client.text).toMatch(/ശരി\.$/)
})

test('one session can be meant', async () => {
  const [first, second] = [await swaram.connect(), await swaram.connect()]
  const sessionId = (await swaram.state()).sessions[1]?.id
  await swaram.call('POST', '/__sandbox/say', { text: 'ഹലോ', sessionId })
  await second.next('response.done')
  expect(second.text).toBe('ഹലോ')
  expect(first.types).toEqual(['session.created'])
})

test('its control surface is for this machine alone', async () => {
  const { status } = await swaram.call(
    'POST',
    '/__sandbox/faults',
    { kind: 'stall' },
    {
      origin: 'https://evil.example',
    },
  )
  expect(status).toBe(403)
})

test('speech comes as fast as a test wants: a minute of it in a few seconds', async () => {
  await swaram.call('POST', '/__sandbox/plan', { pace: 100 })
  const client = await swaram.connect()
  const began = performance.now()
  await swaram.call('POST', '/__sandbox/say', { text: 'നമസ്കാരം സുഖമാണോ. '.repeat(40) })
  await client.next('response.done')
  expect(client.heard.length / 48_000).toBeGreaterThan(60)
  expect(performance.now() - began).toBeLessThan(15_000)
})
