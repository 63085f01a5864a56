import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { Problem } from '@/lib/http/problem'
import { type VendorDouble, vendorDouble } from '@/lib/http/testing/vendor-double'
import { fetchReply } from './server-fetch'

const open: VendorDouble[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((double) => double.close()))
})

async function vendor(answer: Parameters<typeof vendorDouble>[0]) {
  const double = await vendorDouble(answer)
  open.push(double)
  return double
}

const ask = (url: string, signal = new AbortController().signal, patienceMs?: number) =>
  fetchReply(
    {
      url,
      headers: { 'X-API-KEY': 'secret' },
      body: { stream: true },
      problemOf: ({ status, text }) =>
        new Problem('vendor_busy', { cause: new Error(`${status} ${text.length}`) }),
    },
    signal,
    patienceMs,
  )

const causeOf = ({ cause }: Error) => (cause instanceof Error ? cause.message : undefined)

/** The code of the problem, and what caused it. */
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no problem',
    (error: unknown) => (error instanceof Problem ? [error.code, causeOf(error)] : error),
  )

test('the answer is the vendor’s event stream, asked for once', async () => {
  const double = await vendor((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' })
    response.end('data: [DONE]\n\n')
  })
  expect(await new Response(await ask(double.url)).text()).toBe('data: [DONE]\n\n')
  expect(double.received).toMatchObject([
    {
      method: 'POST',
      headers: { 'x-api-key': 'secret', accept: 'text/event-stream' },
      body: '{"stream":true}',
    },
  ])
})

test('a success that is no event stream is an error', async () => {
  for (const type of ['application/json', 'text/html', 'text/event-streams']) {
    const { url } = await vendor((_, response) => {
      response.writeHead(200, { 'Content-Type': type })
      response.end('{}')
    })
    expect(await problemOf(ask(url))).toEqual(['vendor_error', 'An answer that is no event stream'])
  }
})

test('of a refusal only the beginning is read, however long it is', async () => {
  const { url } = await vendor(async (_, response) => {
    response.writeHead(429)
    while (!response.destroyed) {
      response.write('x'.repeat(5_000))
      await sleep(1)
    }
  })
  expect(await problemOf(ask(url))).toEqual(['vendor_busy', '429 16384'])
})

test('the key does not follow to another place', async () => {
  const elsewhere = await vendor((_, response) => response.end())
  const { url } = await vendor((_, response) => {
    response.writeHead(307, { Location: elsewhere.url })
    response.end()
  })
  expect(await problemOf(ask(url))).toMatchObject(['vendor_error', expect.anything()])
  expect(elsewhere.received).toEqual([])
})

test('a key that no header can carry is not quoted in what goes to the log', async () => {
  const { url } = await vendor((_, response) => response.end())
  const headers = { 'X-API-KEY': 'live_secret\nand a line that slipped in' }
  const refused = fetchReply(
    { url, headers, body: {}, problemOf: () => new Problem('vendor_busy') },
    new AbortController().signal,
  )
  expect(await problemOf(refused)).toEqual(['vendor_error', 'network'])
})

test('a vendor that says nothing is left after a while, one that is away at once', async () => {
  const silent = await vendor(() => {})
  const signal = new AbortController().signal
  expect(await problemOf(ask(silent.url, signal, 60))).toMatchObject([
    'vendor_timeout',
    expect.anything(),
  ])
  const stuck = await vendor((_, response) => {
    response.writeHead(500)
    response.write('and then')
  })
  expect(await problemOf(ask(stuck.url, signal, 60))).toMatchObject([
    'vendor_timeout',
    expect.anything(),
  ])
  await silent.close()
  expect(await problemOf(ask(silent.url))).toMatchObject(['vendor_error', expect.anything()])
})

test('patience is for the beginning: a stream may take longer', async () => {
  const { url } = await vendor(async (_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.flushHeaders()
    await sleep(150)
    response.end('late')
  })
  const body = await ask(url, new AbortController().signal, 60)
  expect(await new Response(body).text()).toBe('late')
})

test('whoever gives up gets their own reason, before the answer and in the middle of it', async () => {
  const { url } = await vendor((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' })
    response.write('data: 1\n\n')
  })
  const abort = new AbortController()
  const body = await ask(url, abort.signal)
  const text = new Response(body).text().catch((error: unknown) => error)
  abort.abort('enough')
  expect(await text).toBe('enough')
  expect(await problemOf(ask(url, abort.signal))).toBe('enough')
})
