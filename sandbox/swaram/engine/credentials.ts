import type { IncomingMessage } from 'node:http'
import { bearerOf } from '../token/api-key'

const PREFIX = 'openai-insecure-api-key.'

/**
 * The credential of an upgrade. The first place that holds one decides, in the documented order:
 * `Authorization: Bearer`, `?api_key=`, the subprotocol.
 */
export function credentialOf({ headers, url }: Pick<IncomingMessage, 'headers' | 'url'>) {
  const { searchParams } = new URL(url ?? '/', 'http://localhost')
  const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((one) => one.trim())
  return (
    bearerOf(headers.authorization) ??
    searchParams.get('api_key') ??
    offered.find((one) => one.startsWith(PREFIX))?.slice(PREFIX.length)
  )
}
