import { z } from 'zod'
import { standInFolders } from '@/sandbox/plan'
import type { StandIn, StartStandIn } from '@/sandbox/stand-in'

/**
 * The vendor of faces as the tests of other routes need it, without importing anything of it: a copy
 * of this app from which it was deleted still compiles, and what needs it is skipped there.
 */
const startModule = z.object({
  start: z.custom<StartStandIn>((value) => typeof value === 'function'),
})
const routeModule = z.object({
  POST: z.custom<(request: Request, context: { params: Promise<object> }) => Promise<Response>>(
    (value) => typeof value === 'function',
  ),
})

const id = 'anam'
export const hasFace = standInFolders().includes(id)

/** What is missing answers as an app without the vendor would. */
const nothing: StandIn = { url: 'http://127.0.0.1:9', env: {}, close: async () => {} }

export async function startFace(): Promise<StandIn> {
  if (!hasFace) return nothing
  const { start } = startModule.parse({ ...(await import(`../../../sandbox/${id}/start.ts`)) })
  return start({ port: 0 })
}

/** The route that mints its tokens. */
export async function faceRoute() {
  if (!hasFace) return async () => new Response(null, { status: 404 })
  const path = 'session-token'
  return routeModule.parse({ ...(await import(`../${path}/route.ts`)) }).POST
}

/** What of its answer is used here; all of it is tested beside the route. */
export const faceGrant = z.object({
  sessionToken: z.string(),
  sessionId: z.string(),
  apiBaseUrl: z.url(),
  expiresAt: z.iso.datetime(),
  maxSessionSeconds: z.number(),
})
