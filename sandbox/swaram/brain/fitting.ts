import { z } from 'zod'

/** The part of JSON Schema that tools are written in. */
const node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).min(1).optional(),
  default: z.unknown().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  items: z.unknown().optional(),
  minItems: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  multipleOf: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  format: z.string().optional(),
})
type Node = z.infer<typeof node>

/** Items or characters, whatever a schema asks for. */
const MOST = 1_000

const FORMATS: Record<string, string> = {
  date: '2026-01-15',
  time: '10:30:00Z',
  'date-time': '2026-01-15T10:30:00Z',
  email: 'somebody@example.com',
  uri: 'https://example.com/',
  uuid: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
}

/**
 * The same value for the same schema, always, and one that fits it. What is optional is left out,
 * except where nothing is required: a tool without anything to work on is of no use.
 */
export function fitting(schema: unknown, salt = 0): unknown {
  const { data } = node.safeParse(schema)
  if (!data) return null
  if (data.const !== undefined) return data.const
  if (data.enum) return data.enum[salt % data.enum.length]
  if (data.default !== undefined) return data.default
  const [choice] = data.anyOf ?? data.oneOf ?? []
  if (choice !== undefined) return fitting(choice, salt)
  switch (Array.isArray(data.type) ? data.type[0] : data.type) {
    case 'object':
      return Object.fromEntries(
        needed(data).map((name) => [name, fitting(data.properties?.[name])]),
      )
    case 'array':
      return Array.from({ length: Math.min(data.minItems ?? 0, MOST) }, (_, index) =>
        fitting(data.items, index),
      )
    case 'number':
    case 'integer':
      return numberIn(data)
    case 'boolean':
      return true
    case 'null':
      return null
    default:
      return textOf(data, salt)
  }
}

function needed({ required = [], properties = {} }: Node): string[] {
  return required.length > 0 ? required : Object.keys(properties).slice(0, 1)
}

function numberIn({ type, multipleOf, ...limits }: Node): number {
  const step = multipleOf ?? (type === 'integer' ? 1 : 0)
  const least = limits.minimum ?? (limits.exclusiveMinimum ?? 0) + (step || 0.5)
  const most = limits.maximum ?? (limits.exclusiveMaximum ?? Number.MAX_VALUE) - (step || 0.5)
  const value = Math.min(Math.max(least, 1), most)
  return step ? Math.ceil(value / step) * step : value
}

/** Two of them differ, where a list wants different ones. */
function textOf({ format, minLength = 0, maxLength }: Node, salt: number): string {
  const formatted = format ? FORMATS[format] : undefined
  if (formatted !== undefined) return formatted
  const text = salt === 0 ? 'ഉദാഹരണം' : `ഉദാഹരണം ${salt + 1}`
  return text.padEnd(Math.min(minLength, MOST), '.').slice(0, maxLength)
}
