import { z } from 'zod'
import { faultList } from '../faults/fault'
import type { Parts } from '../parts'
import { paceBody } from '../stream/pace'
import { type Routes, readJson, sendJson } from './http'
import { badRequest } from './portal-error'

function read<Output>(schema: z.ZodType<Output>, body: unknown): Output {
  const parsed = schema.safeParse(body)
  if (!parsed.success) throw badRequest(z.prettifyError(parsed.error))
  return parsed.data
}

/** `/__sandbox`: what tests see and cause. Nothing of it exists at the vendor. */
export function controlRoutes({ faults, journal, pace }: Parts): Routes {
  return {
    'GET /__sandbox/state': ({ response }) =>
      sendJson(response, 200, { ...journal.view, faults: faults.list, pace }),
    'POST /__sandbox/faults': async ({ request, response }) => {
      for (const fault of read(faultList, await readJson(request))) faults.arm(fault)
      sendJson(response, 200, { faults: faults.list })
    },
    'DELETE /__sandbox/faults': ({ response }) => {
      faults.clear()
      sendJson(response, 200, {})
    },
    'POST /__sandbox/pace': async ({ request, response }) => {
      Object.assign(pace, read(paceBody, await readJson(request)))
      sendJson(response, 200, pace)
    },
  }
}
