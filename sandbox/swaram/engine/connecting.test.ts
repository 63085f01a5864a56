import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { MODEL, SESSION, type SwaramUnderTest, swaramUnderTest } from '../testing/swaram-under-test'
import { until } from '../testing/until'
import type { VoiceClient } from '../testing/voice-client'

let swaram: SwaramUnderTest
let now = Date.now()

beforeAll(async () => {
  swaram = await swaramUnderTest({ now: () => now, plan: { pace: 50 } })
})
afterEach(() => swaram.reset())
afterAll(() => swaram.close())

const query = { model: MODEL }
const subprotocols = (credential: string) => ['realtime', `openai-insecure-api-key.${credential}`]

/** Opened, told why not, closed: a browser sees nothing of an upgrade that is refused. */
async function expectTurnedAway(client: VoiceClient, code: number, error: string) {
  const { code: actual } = await client.closing()
  expect(actual).toBe(code)
  expect(client.types).toEqual(['error'])
  expect(client.errors).toEqual([error])
}

describe('a connection', () => {
  test('opens with a token as a subprotocol, and begins with the settings in force', async () => {
    const client = swaram.openWith(await swaram.mint())
    const created = await client.next('session.created')
    expect(created).toEqual({
      type: 'session.created',
      session: {
        id: expect.stringMatching(/^sess_sandbox_/),
        model: MODEL,
        ...SESSION,
        tools: [],
        tool_choice: 'auto',
        turn_detection: 'default',
      },
    })
    expect(client.types).toEqual(['session.created'])
  })

  test('is answered with exactly the subprotocol "realtime", and says that it is a sandbox', async () => {
    const client = swaram.openWith(await swaram.mint())
    const response = await new Promise<Record<string, unknown>>((resolve) =>
      client.socket.once('upgrade', ({ headers }) => resolve(headers)),
    )
    expect(response['sec-websocket-protocol']).toBe('realtime')
    expect(response['x-sandbox']).toBe('swaram')
    await client.next('session.created')
    expect(client.socket.protocol).toBe('realtime')
  })

  test('never has the credential echoed: without "realtime" no subprotocol is chosen', async () => {
    const protocols = subprotocols(await swaram.mint()).slice(1)
    const client = swaram.open({ query, protocols })
    await client.closing()
    expect(client.socket.protocol).toBe('')
    expect(client.events).toEqual([])
  })

  test('takes the key or a token in each of three places', async () => {
    for (const credential of [swaram.apiKey, await swaram.mint()]) {
      const clients = [
        swaram.open({ query, headers: { authorization: `Bearer ${credential}` } }),
        swaram.open({ query: { ...query, api_key: credential } }),
        swaram.open({ query, protocols: subprotocols(credential) }),
      ]
      for (const client of clients) {
        await client.next('session.created')
        await client.close()
      }
    }
  })

  test('looks at the header first, then at the address, then at the subprotocol', async () => {
    const good = swaram.apiKey
    const bad = 'swaram_ek_bad'
    const inHeader = { headers: { authorization: `Bearer ${good}` } }
    const first = swaram.open({
      query: { ...query, api_key: bad },
      protocols: subprotocols(bad),
      ...inHeader,
    })
    await first.next('session.created')
    const second = swaram.open({ query: { ...query, api_key: good }, protocols: subprotocols(bad) })
    await second.next('session.created')

    const headerIsBad = { headers: { authorization: `Bearer ${bad}` } }
    const third = swaram.open({ query: { ...query, api_key: good }, ...headerIsBad })
    await expectTurnedAway(third, 4001, 'invalid_api_key')
    const protocols = subprotocols(good)
    const fourth = swaram.open({ query: { ...query, api_key: bad }, protocols })
    await expectTurnedAway(fourth, 4001, 'invalid_api_key')
  })

  test('is opened, told why and closed with 4001 for a credential that is not good', async () => {
    const tampered = `${(await swaram.mint()).slice(0, -1)}!`
    for (const token of ['swaram_ek_unknown', tampered, 'swaram_wrong_key']) {
      await expectTurnedAway(swaram.openWith(token), 4001, 'invalid_api_key')
    }
    await expectTurnedAway(swaram.open({ query }), 4001, 'invalid_api_key')
    await expectTurnedAway(swaram.open({ query, protocols: ['realtime'] }), 4001, 'invalid_api_key')
  })

  test('is closed with 4001 when the token has expired; one that is open stays', async () => {
    const [token, late] = [await swaram.mint(), await swaram.mint()]
    now += 59_000
    const client = swaram.openWith(token)
    await client.next('session.created')
    now += 1_000
    await expectTurnedAway(swaram.openWith(late), 4001, 'invalid_api_key')
    client.send({ type: 'response.create' })
    await client.next('response.done')
  })

  test('may come again with a token until it expires, unless a test wants it otherwise', async () => {
    const token = await swaram.mint()
    for (let time = 0; time < 2; time++) await swaram.openWith(token).next('session.created')
    await swaram.fault({ kind: 'token-life', uses: 1 })
    const once = await swaram.mint()
    await swaram.openWith(once).next('session.created')
    await expectTurnedAway(swaram.openWith(once), 4001, 'invalid_api_key')
  })

  test('has the model of its token, whose settings cannot be talked away', async () => {
    const token = await swaram.mint(SESSION, 'mal-realtime-premium')
    const named = swaram.openWith(token, 'mal-realtime-premium')
    expect(await named.next('session.created')).toMatchObject({
      session: { model: 'mal-realtime-premium' },
    })
    const other = swaram.openWith(token, MODEL)
    expect((await other.closing()).code).toBe(1008)
    expect(other.errors).toEqual(['invalid_model'])
  })

  test('needs a model that exists when it comes with the key', async () => {
    const headers = { authorization: `Bearer ${swaram.apiKey}` }
    for (const options of [{ headers }, { headers, query: { model: 'gpt-realtime' } }]) {
      expect((await swaram.open(options).closing()).code).toBe(1008)
    }
  })
})

describe('the plan', () => {
  test('closes what is too much with 4008, and has room again when one ends', async () => {
    await swaram.call('POST', '/__sandbox/plan', { connections: 1 })
    const token = await swaram.mint()
    const first = swaram.openWith(token)
    await first.next('session.created')
    await expectTurnedAway(swaram.openWith(token), 4008, 'too_many_connections')
    await first.close()
    await until('it has noticed', async () => (await swaram.state()).sessions.length === 0)
    await swaram.openWith(token).next('session.created')
  })

  test('without credits closes with 4003, at once or in the middle of a reply', async () => {
    await swaram.call('POST', '/__sandbox/plan', { creditSeconds: 1 })
    const client = await swaram.connect()
    client.send({ type: 'response.create' })
    expect((await client.closing()).code).toBe(4003)
    expect(client.errors).toEqual(['insufficient_credits'])
    expect(client.heard.length).toBeGreaterThan(40_000)
    expect(client.of('response.done')).toEqual([])
    const late = swaram.openWith(await swaram.mint())
    await expectTurnedAway(late, 4003, 'insufficient_credits')
  })
})

test('only this machine is let in, by its own name', async () => {
  const token = await swaram.mint()
  const protocols = subprotocols(token)
  for (const [name, value] of [
    ['origin', 'https://evil.example'],
    ['host', 'evil.example'],
  ] as const) {
    const client = swaram.open({ query, protocols, headers: { [name]: value } })
    expect((await client.closing()).code).toBe(1006)
    expect(client.events).toEqual([])
  }
  const own = swaram.open({ query, protocols, headers: { origin: 'http://localhost:3000' } })
  await own.next('session.created')
  const { status } = await swaram.call('GET', '/__sandbox/state', undefined, {
    origin: 'https://evil.example',
  })
  expect(status).toBe(403)
})
