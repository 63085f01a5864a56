import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { CLIENT_SIDE_LLM } from '../catalogue/llms'
import { type AnamUnderTest, anamUnderTest, PERSONA } from '../testing/anam-under-test'
import { until } from '../testing/until'
import { WireClient } from '../testing/wire-client'

let anam: AnamUnderTest
const clients: WireClient[] = []

beforeAll(async () => {
  anam = await anamUnderTest()
})
afterEach(async () => {
  for (const client of clients.splice(0)) client.close()
  await anam.call('DELETE', '/__sandbox/faults')
  await until('every session is freed', async () => (await anam.state()).sessions.length === 0)
})
afterAll(() => anam.close())

async function connect(persona: Record<string, unknown> = {}, label?: string) {
  const session = await anam.session(persona, label)
  const client = new WireClient(session)
  clients.push(client)
  return { client, session }
}

const isReady = (client: WireClient) => () =>
  client.signals.some(({ actionType }) => actionType === 'sessionready')
const ended = (client: WireClient) => () =>
  client.signals.find(({ actionType }) => actionType === 'endsession')
const louderThan = (client: WireClient, least: number) => () =>
  client.loudness.slice(-20).some((value) => value > least)
const isSilent = (client: WireClient) => () => {
  const last = client.loudness.slice(-30)
  return last.length === 30 && last.every((value) => value < 0.001)
}

test('the persona is seen moving and heard greeting, and its words come as it says them', async () => {
  const { client } = await connect()
  await until('the greeting is heard', louderThan(client, 0.02))
  expect(client.said('persona').length).toBeLessThan(PERSONA.initialMessage.length)
  await until('the greeting is over', () => client.of('speechText').at(-1)?.end_of_speech)
  expect(client.said('persona')).toBe(PERSONA.initialMessage)
  expect(new Set(client.frames.map(({ sum }) => sum)).size).toBeGreaterThan(5)
  expect(client.frames.at(-1)).toMatchObject({ width: 720, height: 480 })
  expect(client.frames.at(-1)?.luma).toBeGreaterThan(30)
})

test('a typed message is answered, not echoed, and an interruption silences the answer', async () => {
  const { client, session } = await connect({ skipGreeting: true })
  await until('the session is ready', isReady(client))
  client.say('What is your name?')
  await until('the answer is heard', louderThan(client, 0.02))
  client.send({ message_type: 'interrupt', timestamp: '2026-11-22T10:00:00.000' })
  await until('the interruption is told', () => client.of('speechText').at(-1)?.interrupted)
  await until('the persona is silent', isSilent(client))
  expect(client.of('speechText').at(-1)).toMatchObject({ end_of_speech: true, interrupted: true })
  expect(client.said('user')).toBe('')
  expect(client.of('reasoningText')[0]).toMatchObject({ role: 'persona', end_of_thought: true })

  client.close()
  await until('it is over', async () => (await anam.state()).sessions.length === 0)
  const { json } = await anam.call('GET', `/v1/sessions/${session.sessionId}/transcript`)
  expect(json).toMatchObject({
    totalMessages: 2,
    messages: [
      { role: 'user', message: 'What is your name?' },
      { role: 'persona', wasInterrupted: true },
    ],
  })
})

test('speaking interrupts the persona, and it answers that it heard', async () => {
  // Long enough to be still under way when a busy machine notices the voice.
  const { client } = await connect({ initialMessage: PERSONA.initialMessage.repeat(3) })
  await until('the greeting is heard', louderThan(client, 0.02))
  client.voice = 0.4
  await until('the voice is noticed', () => client.of('userSpeechStarted').length === 1)
  await until('the interruption is told', () => client.of('speechText').at(-1)?.end_of_speech)
  expect(client.of('speechText').at(-1)).toMatchObject({ end_of_speech: true, interrupted: true })
  client.voice = 0
  await until('the end is noticed', () => client.of('userSpeechEnded').length === 1)
  await until('the turn is shown', () => /^\(spoken, \d+\.\d s\)$/.test(client.said('user')))
  await until('it is answered', () => client.said('persona').includes('I can hear you!'))
})

test('a tool of the page is called and its result spoken', async () => {
  const tool = {
    type: 'client',
    name: 'open_calendar',
    description: 'Opens the calendar.',
    awaitResult: true,
  }
  const { client } = await connect({ skipGreeting: true, tools: [tool] })
  await until('the session is ready', isReady(client))
  client.say('Please open the calendar')
  const call = await until('the tool is called', () => client.of('toolCallStarted')[0])
  expect(call).toMatchObject({ tool_name: 'open_calendar', tool_type: 'client' })
  client.send({
    message_type: 'tool_result',
    tool_call_id: call.tool_call_id,
    result: 'Tuesday is free',
  })
  await until('the result is spoken', () => client.said('persona').includes('Tuesday is free'))
  expect(client.of('toolCallCompleted')[0]).toMatchObject({ result: 'Tuesday is free' })
})

test('a talk stream is spoken, and interrupting it is reported with its id', async () => {
  const { client } = await connect({ skipGreeting: true })
  await until('the session is ready', isReady(client))
  const chunk = { correlationId: 'stream-1', startOfSpeech: true, endOfSpeech: false }
  client.signal('talkstream', { ...chunk, content: 'This comes from the page. And it goes on ' })
  await until('it is spoken', () => client.said('persona').startsWith('This comes'))
  client.send({ message_type: 'interrupt', timestamp: '' })
  const report = await until('it is reported', () =>
    client.signals.find(({ actionType }) => actionType === 'talkinputstreaminterrupted'),
  )
  expect(report.payload).toEqual({ correlationId: 'stream-1' })
})

test('without a language model the persona only says what the page says', async () => {
  const { client } = await connect({ llmId: CLIENT_SIDE_LLM })
  await until('the session is ready', isReady(client))
  client.say('What is your name?')
  client.voice = 0.4
  await until('the voice is noticed', () => client.of('userSpeechStarted').length === 1)
  client.voice = 0
  await until('the turn is told', () => /^\(spoken, \d+\.\d s\)$/.test(client.said('user')))
  await new Promise((resolve) => setTimeout(resolve, 1_000))
  expect(client.said('persona')).toBe('')
  expect(client.of('reasoningText')).toEqual([])

  const stream = (content: string, more = {}) =>
    client.signal('talkstream', {
      correlationId: 'stream-1',
      startOfSpeech: false,
      endOfSpeech: false,
      content,
      ...more,
    })
  stream('First things first. ', { startOfSpeech: true })
  await until('the first sentence is heard', () => client.said('persona').includes('first.'))
  client.voice = 0.4
  const report = await until('the interruption is told', () =>
    client.signals.find(({ actionType }) => actionType === 'talkinputstreaminterrupted'),
  )
  expect(report.payload).toEqual({ correlationId: 'stream-1' })
  const said = client.said('persona')
  stream('Too late. ')
  stream('', { endOfSpeech: true })
  client.voice = 0
  await until('it is over', () => client.of('userSpeechEnded').length === 2)
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(client.said('persona')).toBe(said)
}, 15_000)

test('the engine says what the page tells it to', async () => {
  const { client, session } = await connect({ skipGreeting: true })
  await until('the session is ready', isReady(client))
  const path = `/v1/webrtc/engines/anam-engine-local/talk?session_id=${session.sessionId}`
  const { status } = await anam.call('POST', path, { content: 'Read this aloud.' }, null)
  expect(status).toBe(200)
  await until('it is said', () => client.said('persona') === 'Read this aloud.')
})

test('ICE can be restarted and signalling may come back', async () => {
  const { client } = await connect({ skipGreeting: true })
  await until('the session is ready', isReady(client))
  client.dropSignalling()
  client.reconnectSignalling()
  await until('signalling is back', () => {
    client.signal('heartbeat', '')
    return client.signals.some(({ actionType }) => actionType === 'heartbeat')
  })
  await client.restartIce()
  const answers = () => client.signals.filter(({ actionType }) => actionType === 'answer')
  await until('the new offer is answered', () => answers().length === 2)
  const before = client.frames.length
  await until('frames keep coming', () => client.frames.length > before + 10)
})

test('stopping over the API tells the browser and frees the session', async () => {
  const { client, session } = await connect({ skipGreeting: true })
  await until('the session is ready', isReady(client))
  const stopped = await anam.call('POST', `/v1/sessions/${session.sessionId}/stop`)
  expect(stopped.status).toBe(200)
  await until('the browser is told', ended(client))
  const { json } = await anam.call('GET', `/v1/sessions/${session.sessionId}`)
  expect(json).toMatchObject({ exitStatus: 'CLOSED_BY_ENGINE', endTime: expect.any(String) })
})

test('the length limit warns, then ends the session with a reason', async () => {
  const { client } = await connect({ skipGreeting: true, maxSessionLengthSeconds: 1 })
  expect(await until('it ends', ended(client))).toMatchObject({
    payload: 'Maximum session length reached',
  })
  expect(client.signals.find(({ actionType }) => actionType === 'warning')?.payload).toMatch(
    /will end in 1 second/,
  )
})

test('long silence ends the session', async () => {
  const { client } = await connect({
    skipGreeting: true,
    voiceDetectionOptions: { silenceBeforeSessionEndSeconds: 1 },
  })
  expect(await until('it ends', ended(client))).toMatchObject({
    payload: 'Session ended due to silence',
  })
})

test('a larger model sends larger pictures', async () => {
  const { client } = await connect({ skipGreeting: true, avatarModel: 'cara-4' })
  await until('a large frame comes', () =>
    client.frames.some(({ width, height }) => width === 1152 && height === 768),
  )
})

test('faults strike the session that they name: no video, a warning, a dropped line, a dead engine', async () => {
  const fault = (body: unknown) => anam.call('POST', '/__sandbox/faults', body)
  await fault({ kind: 'no-video', clientLabel: 'blind', times: 1 })
  const { client } = await connect({}, 'blind')
  await until('the greeting is heard', louderThan(client, 0.02))
  expect(client.frames).toEqual([])

  await fault({ kind: 'warning', clientLabel: 'blind', text: 'Mind the gap' })
  await until('the warning comes', () =>
    client.signals.some(({ payload }) => payload === 'Mind the gap'),
  )
  await fault({ kind: 'engine-dead', clientLabel: 'blind' })
  await until('the channel goes', () => client.channelState !== 'open')
  expect(ended(client)()).toBeUndefined()
}, 30_000)

test('a session that is to have no way through ICE never becomes ready', async () => {
  await anam.call('POST', '/__sandbox/faults', { kind: 'ice-failure', times: 1 })
  const { client } = await connect()
  await until('it is answered', () =>
    client.signals.some(({ actionType }) => actionType === 'answer'),
  )
  expect(client.signals.some(({ actionType }) => actionType === 'icecandidate')).toBe(false)
  expect((await anam.state()).sessions[0]?.state).toBe('connecting')
  await anam.call('POST', '/__sandbox/faults', { kind: 'server-end', text: 'x' })
  client.close()
  const [session] = (await anam.state()).sessions
  await anam.call('POST', `/v1/sessions/${session?.id}/stop`)
})
