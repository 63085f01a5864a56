import { z } from 'zod'
import type { ClientTool, ToolRequest } from './brain'
import { keywords, shared } from './keywords'

const property = z.object({
  type: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  description: z.string().optional(),
})
const schema = z.object({ properties: z.record(z.string(), property).optional() })

/** A value for one argument, taken from the visitor's words where they hold one. */
function valueFor(
  name: string,
  { type, enum: allowed, description }: z.infer<typeof property>,
  words: string,
) {
  if (allowed) {
    const spoken = words.toLowerCase()
    return allowed.find((value) => spoken.includes(String(value).toLowerCase())) ?? allowed[0]
  }
  if (type === 'number' || type === 'integer') return Number(/-?\d+/.exec(words)?.[0] ?? 1)
  if (type === 'boolean') return !/\b(?:no|not|off|hide|close)\b/i.test(words)
  if (type === 'array') return []
  if (type === 'object') return {}
  const isDate = /date|yyyy/i.test(`${name} ${description ?? ''}`)
  return (isDate ? /\d{4}-\d{2}-\d{2}/.exec(words)?.[0] : undefined) ?? words
}

/**
 * The tool that the visitor's words ask for: its whole name, or enough of name and description. Undefined when there is none.
 */
export function chooseTool(words: string, tools: ClientTool[]): ToolRequest | undefined {
  const asked = keywords(words)
  let chosen: ClientTool | undefined
  let most = 0
  for (const tool of tools) {
    const name = keywords(tool.name.replaceAll(/[_-]/g, ' '))
    const inName = shared(asked, name)
    const described = [...keywords(tool.description)].filter((word) => !name.has(word))
    const score = inName * 2 + shared(asked, new Set(described))
    const isMeant = (name.size > 0 && inName === name.size) || score >= 3
    if (isMeant && score > most) [chosen, most] = [tool, score]
  }
  if (!chosen) return undefined
  const properties = schema.safeParse(chosen.parameters).data?.properties ?? {}
  const entries = Object.entries(properties).map(([name, kind]) => [
    name,
    valueFor(name, kind, words),
  ])
  return { name: chosen.name, arguments: Object.fromEntries(entries) }
}
