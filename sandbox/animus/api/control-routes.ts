import { z } from 'zod'
import { faultList } from '../faults/fault'
import type { Parts } from '../parts'
import { dialectBody, limitBody, paceBody, tokenLifeBody } from '../settings'
import { type Routes, readJson, sendJson } from './http'
import { badRequest } from './refusal'

function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error))
  return parsed.data
}

/** `/__sandbox`: what tests see and cause. Nothing of it exists at the vendor. */
export function controlRoutes({ faults, journal, settings }: Parts): Routes {
  const change =
    <Body>(schema: z.ZodType<Body>, changes: (body: Body) => object): Routes[string] =>
    async (request, response) => {
      Object.assign(settings, changes(read(schema, await readJson(request))))
      sendJson(response, 200, settings)
    }
  return {
    'GET /__sandbox/state': (_, response) =>
      sendJson(response, 200, { ...journal.view, faults: faults.list, settings }),
    'POST /__sandbox/faults': async (request, response) => {
      for (const fault of read(faultList, await readJson(request))) faults.arm(fault)
      sendJson(response, 200, { faults: faults.list })
    },
    'DELETE /__sandbox/faults': (_, response) => {
      faults.clear()
      sendJson(response, 200, {})
    },
    'POST /__sandbox/pace': change(paceBody, (body) => body),
    'POST /__sandbox/dialect': change(dialectBody, (body) => body),
    'POST /__sandbox/limit': change(limitBody, (body) => body),
    'POST /__sandbox/token-life': change(tokenLifeBody, ({ seconds }) => ({
      tokenSeconds: seconds,
    })),
  }
}
