import type { IncomingMessage } from 'node:http'

const HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const ORIGIN = /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/** A page of another site must not reach this by a name that it made resolve to this machine. */
export function isFromHere({ headers: { host, origin } }: Pick<IncomingMessage, 'headers'>) {
  return HOST.test(host ?? '') && (origin === undefined || ORIGIN.test(origin))
}
