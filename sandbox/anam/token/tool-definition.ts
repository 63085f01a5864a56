import { z } from 'zod'

const MOST_BYTES = 10_000

const jsonSchema = z
  .record(z.string(), z.unknown())
  .refine((value) => Buffer.byteLength(JSON.stringify(value)) <= MOST_BYTES, {
    error: 'must serialize to 10,000 bytes or less',
  })

/** A runtime tool. Kinds have further fields of their own, which the vendor leaves open. */
export const toolDefinition = z
  .looseObject({
    type: z.enum(['client', 'server', 'system']),
    subtype: z.enum(['knowledge', 'webhook']).optional(),
    name: z.string().min(1),
    description: z.string().max(1_024).optional(),
    parameters: jsonSchema.optional(),
    queryParameters: jsonSchema.optional(),
    /** The engine pauses until the page has answered; otherwise it tells and goes on. */
    awaitResult: z.boolean().optional(),
    toolTimeoutSeconds: z.number().min(1).max(600).optional(),
  })
  .refine(({ type, subtype }) => (type === 'server') === (subtype !== undefined), {
    error: 'subtype belongs to server tools, and they need one',
    path: ['subtype'],
  })
  .refine(({ type, awaitResult }) => type === 'client' || awaitResult === undefined, {
    error: 'belongs to client tools',
    path: ['awaitResult'],
  })
  .refine(
    ({ awaitResult, toolTimeoutSeconds }) => awaitResult || toolTimeoutSeconds === undefined,
    {
      error: 'needs awaitResult',
      path: ['toolTimeoutSeconds'],
    },
  )
