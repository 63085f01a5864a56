import { createServer, type RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { failureOf } from './failure'
import { mintFrom } from './mint'

const schema = z.object({ sessionId: z.string() })
let close = () => {}
afterEach(() => close())

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const address = server.address()
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : ''
}

const mint = (url: string, signal = AbortSignal.timeout(5_000)) =>
  mintFrom(url, { personaId: 'mira' }, schema, signal)
const failure = async (url: string, signal?: AbortSignal) =>
  mint(url, signal).then(
    () => undefined,
    (error: unknown) => failureOf(error, 'internal'),
  )

describe('asking for a session', () => {
  it('answers what the server granted', async () => {
    const url = await serve((_, response) => response.end('{"sessionId":"s-1","more":1}'))
    expect(await mint(url)).toEqual({ sessionId: 's-1' })
  })

  it('names the server’s problem, its request and how long to wait', async () => {
    const url = await serve((_, response) => {
      response.writeHead(429, { 'Retry-After': '120' })
      const problem = { type: 'about:blank', title: 'Too many', status: 429, requestId: 'r-1' }
      response.end(JSON.stringify({ ...problem, code: 'rate_limited' }))
    })
    expect(await failure(url)).toEqual({
      code: 'rate_limited',
      requestId: 'r-1',
      retryAfter: 120,
    })
  })

  it('says that an answer makes no sense, and which request it was', async () => {
    const url = await serve((_, response) => {
      response.writeHead(502, { 'X-Request-Id': 'r-2' })
      response.end('<h1>Bad gateway</h1>')
    })
    expect(await failure(url)).toEqual({ code: 'unexpected_answer', requestId: 'r-2' })
  })

  it('tells no network from no answer', async () => {
    const silent = await serve(() => {})
    expect(await failure(silent, AbortSignal.timeout(50))).toEqual({ code: 'mint_timeout' })
    expect(await failure('http://127.0.0.1:1')).toEqual({ code: 'offline' })
  })
})
