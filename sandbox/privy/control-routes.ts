import { z } from 'zod'
import type { Issuer } from './answers'
import { ApiError } from './api-error'
import { type Faults, faultBody } from './faults'
import { testAccount } from './options'
import type { Routes } from './router'
import { metadataBody } from './server-routes'

const forUser = metadataBody.extend({ userId: z.string() })

function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw new ApiError(400, 'invalid_data', z.prettifyError(parsed.error))
  return parsed.data
}

/** For tests and for the inbox page; nothing of it exists at Privy. */
export function controlRoutes(
  { store, settings }: Issuer,
  faults: Faults,
  unknown: readonly string[],
): Routes {
  return {
    'GET /__sandbox/codes': () => store.sent,
    'GET /__sandbox/state': () => ({
      users: Object.keys(store.state.users),
      sessions: Object.keys(store.state.sessions),
      settings,
      testAccount,
      unknownRequests: unknown,
    }),
    'POST /__sandbox/faults': ({ body }) => faults.add(read(faultBody, body)),
    'DELETE /__sandbox/faults': () => faults.clear(),
    'POST /__sandbox/metadata': ({ body }) => {
      const { userId, custom_metadata } = read(forUser, body)
      const user = store.state.users[userId]
      if (!user) throw new ApiError(404, undefined, 'User not found')
      user.custom_metadata = custom_metadata
    },
    'DELETE /__sandbox/sessions': () => store.endSessions(() => true),
  }
}
