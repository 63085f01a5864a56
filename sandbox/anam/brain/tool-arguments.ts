import { z } from 'zod'
import { keywords, shared } from './keywords'
import { languageIn } from './spoken-languages'
import { firstNumber, numberOf } from './spoken-numbers'
import { optionsIn } from './spoken-options'

const property = z.object({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
  maxItems: z.number().optional(),
})
const objectSchema = z.object({
  properties: z.record(z.string(), property).default({}),
  required: z.array(z.string()).default([]),
})

type Property = z.infer<typeof property>
export type ObjectSchema = z.infer<typeof objectSchema>

/** The part of a JSON Schema that is understood here; what is not an object takes nothing. */
export const readSchema = (parameters: unknown): ObjectSchema =>
  objectSchema.safeParse(parameters).data ?? { properties: {}, required: [] }

/**
 * Arguments that fit the schema, taken from the visitor's words where they hold them. What may be
 * left out is left out unless the words have it.
 */
export function argumentsFrom(
  words: string,
  { properties, required }: ObjectSchema,
): Record<string, unknown> {
  const entries = Object.entries(properties).flatMap(([name, kind]) => {
    const isNeeded = required.includes(name)
    const value = spoken(name, kind, words) ?? (isNeeded ? invented(name, kind, words) : undefined)
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(entries)
}

const isUnit = (name: string) => /^(?:seconds?|minutes?|hours?|days?)$/i.test(name)

/** The value that the words themselves hold for a property. */
function spoken(name: string, kind: Property, words: string): unknown {
  const { type, description = '' } = kind
  if (/language/i.test(name)) return languageIn(words)
  if (kind.enum) return listed(kind.enum, words)
  if (type === 'number' || type === 'integer') {
    const value = isUnit(name) ? numberOf(name, words) : firstNumber(words)
    return value === undefined ? undefined : within(kind, value)
  }
  if (type === 'boolean' && /\b(?:no|not|off|hide|close)\b/i.test(words)) return false
  if (type === 'array') {
    const options = optionsIn(words).slice(0, kind.maxItems)
    return options.length > 0 && !/pairs/i.test(description) ? options : undefined
  }
  if (/date|yyyy/i.test(`${name} ${description}`)) return /\d{4}-\d{2}-\d{2}/.exec(words)?.[0]
  if (/^(?:label|name)$/i.test(name)) return /\b(?:called|named|labelled) (\w+)/i.exec(words)?.[1]
  return undefined
}

/** A value for a property that cannot be left out. */
function invented(name: string, kind: Property, words: string): unknown {
  if (kind.enum) return kind.enum[0]
  switch (kind.type) {
    case 'number':
    case 'integer':
      return within(kind, 1)
    case 'boolean':
      return true
    case 'array':
      return []
    case 'object':
      return {}
    default:
      return written(name, words).slice(0, kind.maxLength)
  }
}

/** As a writer would put it: a title is short, a text is a sentence, a question asks. */
function written(name: string, words: string): string {
  const subject = /\b(?:about|on|with|of) (.+?)[.!?]*$/i.exec(words)?.[1] ?? words
  if (/title|topic|subject/i.test(name)) return subject.charAt(0).toUpperCase() + subject.slice(1)
  if (/text|body|content/i.test(name)) {
    return `Here are a few words about ${subject}, to read while we talk.`
  }
  if (/question/i.test(name)) return 'Which one would you like?'
  return words
}

/** The allowed value that shares most with the words. */
function listed(allowed: unknown[], words: string): unknown {
  const said = keywords(words)
  const matches = allowed.map((value) => ({
    value,
    common: shared(said, keywords(String(value).replaceAll('_', ' '))),
  }))
  const [best] = matches.sort((a, b) => b.common - a.common)
  return best && best.common > 0 ? best.value : undefined
}

function within({ type, minimum = -Infinity, maximum = Infinity }: Property, value: number) {
  const whole = type === 'integer' ? Math.round(value) : value
  return Math.min(maximum, Math.max(minimum, whole))
}
