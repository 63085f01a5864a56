import { createHash, timingSafeEqual } from 'node:crypto'
import { bearerOf, type Call, type Route, refuse } from './call'
import type { StandInParts } from './stand-in-parts'

const digest = (text: string) => createHash('sha256').update(text).digest()

/** Lets only calls with the API key through. */
export function withApiKey({ apiKey }: StandInParts, route: Route): Route {
  const expected = digest(apiKey)
  return (call: Call) => {
    const given = bearerOf(call)
    if (given === undefined) return refuse(401, 'Unauthorized', 'Missing API key')
    if (!timingSafeEqual(digest(given), expected)) {
      return refuse(401, 'Unauthorized', 'Invalid API key')
    }
    return route(call)
  }
}
