import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'

interface Received {
  method: string
  path: string
  headers: IncomingMessage['headers']
  body: string
}

export interface VendorDouble {
  url: string
  /** Every request so far. */
  received: Received[]
  close(): Promise<void>
}

type Answer = (request: Received, response: ServerResponse, count: number) => void

/** A real HTTP server on loopback that answers as a test says; `count` starts at 1. */
export async function vendorDouble(answer: Answer): Promise<VendorDouble> {
  const received: Received[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const entry = {
        method: request.method ?? '',
        path: request.url ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      }
      received.push(entry)
      answer(entry, response, received.length)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}`,
    received,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** Answers with this status and, as JSON, this value. */
export function answerJson(response: ServerResponse, status: number, value: unknown, headers = {}) {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
  response.end(JSON.stringify(value))
}
