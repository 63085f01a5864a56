import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { type Issuer, publicUser } from './answers'
import { ApiError } from './api-error'
import { appConfig } from './app-config'
import { appId, appSecret } from './options'
import type { Routes } from './router'

const credentials = `Basic ${Buffer.from(`${appId}:${appSecret}`).toString('base64')}`

function checkSecret(request: IncomingMessage) {
  if (request.headers.authorization !== credentials) {
    throw new ApiError(401, undefined, 'Invalid app secret')
  }
}

export const metadataBody = z.object({
  custom_metadata: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})

/** The app's own description, its keys, and what a server with the app secret may do. */
export function serverRoutes({ store, keys, settings }: Issuer): Routes {
  const userOf = (id: string | undefined) => {
    const user = id && store.state.users[id]
    if (!user) throw new ApiError(404, undefined, 'User not found')
    return user
  }
  const keySet = () => ({
    keys: [
      {
        ...keys.app.publicKey.export({ format: 'jwk' }),
        kid: keys.app.kid,
        alg: 'ES256',
        use: 'sig',
      },
    ],
  })
  return {
    'GET /api/v1/apps/:id': ({ params }) => {
      if (params.id !== appId) {
        throw new ApiError(400, 'missing_or_invalid_privy_app_id', 'Invalid Privy app ID')
      }
      return appConfig(settings, keys.app.pem)
    },
    'GET /v1/apps/:id/jwks.json': keySet,
    'GET /api/v1/apps/:id/jwks.json': keySet,
    'POST /api/v1/analytics_events': () => ({ success: true }),
    'GET /v1/users/:id': ({ request, params }) => {
      checkSecret(request)
      return publicUser(userOf(params.id))
    },
    'DELETE /v1/users/:id': ({ request, params }) => {
      checkSecret(request)
      store.removeUser(userOf(params.id).id)
    },
    'POST /v1/users/:id/custom_metadata': ({ request, params, body }) => {
      checkSecret(request)
      const user = userOf(params.id)
      const parsed = metadataBody.safeParse(body)
      if (!parsed.success) throw new ApiError(422, 'invalid_data', 'Invalid metadata')
      user.custom_metadata = parsed.data.custom_metadata
      return publicUser(user)
    },
  }
}
