import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { ApiError } from './api-error'
import type { Faults } from './faults'
import { inboxPage } from './inbox-page'
import { appId } from './options'
import { matchRoute, type Routes } from './router'
import { walletFrame } from './wallet-frame'

export interface HttpOptions {
  routes: Routes
  faults: Faults
  /** Called before an answer leaves, so that what it says is on disk. */
  save(): void
  /** A request that the stand-in does not know: an SDK's upgrade shows here first. */
  onUnknown(request: string): void
}

const maxBytes = 65_536
const loopback = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const loopbackOrigin = /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/

/** The SDK sends credentials, so the exact origin is named; and new headers come with new versions. */
function allowOrigin(request: IncomingMessage, response: ServerResponse) {
  const { origin } = request.headers
  if (!origin || !loopbackOrigin.test(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('vary', 'Origin')
  response.setHeader('access-control-allow-credentials', 'true')
  const asked = request.headers['access-control-request-headers']
  if (asked) response.setHeader('access-control-allow-headers', asked)
  response.setHeader('access-control-allow-methods', 'GET, POST, DELETE, OPTIONS')
  response.setHeader('access-control-max-age', '600')
}

function send(response: ServerResponse, status: number, body?: unknown) {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

function sendPage(response: ServerResponse, html: string) {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
  })
  response.end(html)
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) {
    text += chunk
    if (text.length > maxBytes) throw new ApiError(413, 'invalid_data', 'Too large')
  }
  if (!text) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new ApiError(400, 'invalid_data', 'Invalid JSON')
  }
}

function checkApiCall(request: IncomingMessage, path: string) {
  const { origin } = request.headers
  if (origin && !loopbackOrigin.test(origin)) {
    throw new ApiError(403, 'invalid_origin', 'Invalid origin')
  }
  if (!path.endsWith('jwks.json') && request.headers['privy-app-id'] !== appId) {
    throw new ApiError(400, 'missing_or_invalid_privy_app_id', 'Missing or invalid Privy app ID')
  }
}

async function answer(request: IncomingMessage, response: ServerResponse, options: HttpOptions) {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const method = request.method ?? 'GET'
  if (!loopback.test(request.headers.host ?? ''))
    return send(response, 403, { error: 'Local only' })
  allowOrigin(request, response)
  if (method === 'OPTIONS') return send(response, 204)
  const fault = options.faults.take(path)
  if (fault?.kind === 'hang') return
  if (fault) return send(response, fault.status, { error: 'A fault that a test asked for' })
  if (method === 'GET' && path === '/') return sendPage(response, inboxPage)
  if (method === 'GET' && /^\/apps\/[^/]+\/embedded-wallets$/.test(path)) {
    return sendPage(response, walletFrame)
  }
  const match = matchRoute(options.routes, method, path)
  if (!match) {
    options.onUnknown(`${method} ${path}`)
    return send(response, 404, { error: `Not in the sandbox: ${method} ${path}` })
  }
  if (path.startsWith('/api/')) checkApiCall(request, path)
  const body = await readJson(request)
  const result = match.handler({ request, params: match.params, body })
  if (method !== 'GET') options.save()
  send(response, result === undefined ? 204 : 200, result)
}

/** The HTTP face of the stand-in. Every failure is answered; none ends the process. */
export function createHttpServer(options: HttpOptions): Server {
  return createServer((request, response) => {
    answer(request, response, options).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      if (error instanceof ApiError) {
        return send(response, error.status, { error: error.message, code: error.code })
      }
      console.error(error)
      send(response, 500, { error: 'Internal error' })
    })
  })
}
