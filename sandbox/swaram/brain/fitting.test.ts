import { expect, test } from 'vitest'
import { z } from 'zod'
import { fitting } from './fitting'

const shapes: [string, z.ZodType][] = [
  ['texts within their lengths', z.object({ a: z.string().min(20), b: z.string().max(3) })],
  ['whole numbers', z.object({ a: z.int().min(5).max(9), b: z.int().max(-3) })],
  ['numbers between limits', z.object({ a: z.number().gt(2).lt(3.5), b: z.number().max(0.2) })],
  ['steps', z.object({ a: z.number().multipleOf(5).min(12) })],
  ['one of a list', z.object({ a: z.enum(['x', 'y']), b: z.literal('z'), c: z.boolean() })],
  ['lists of enough', z.object({ a: z.array(z.string().min(1)).min(3).max(4) })],
  ['objects in lists', z.object({ a: z.array(z.object({ b: z.int() })).min(1) })],
  ['alternatives', z.object({ a: z.union([z.null(), z.string()]), b: z.int().nullable() })],
  ['forms', z.object({ a: z.iso.date(), b: z.email(), c: z.uuid(), d: z.url() })],
  ['nothing', z.object({})],
]

test.each(shapes)('arguments fit a schema with %s', (_, schema) => {
  const value = fitting(z.toJSONSchema(schema))
  expect(schema.safeParse(value).error).toBeUndefined()
  expect(fitting(z.toJSONSchema(schema))).toEqual(value)
})

test('a tool that requires nothing is given something to work on', () => {
  const schema = z.strictObject({
    minutes: z.int().max(60).optional(),
    label: z.string().optional(),
  })
  expect(fitting(z.toJSONSchema(schema))).toEqual({ minutes: 1 })
})
