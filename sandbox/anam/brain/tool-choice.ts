import type { ClientTool, ToolRequest } from './brain'
import { keywords, shared } from './keywords'
import { languageIn } from './spoken-languages'
import { optionsIn } from './spoken-options'
import { argumentsFrom, type ObjectSchema, readSchema } from './tool-arguments'

/** What is said, and the plain words for it that a tool is likely to be named by. */
const MEANINGS: [RegExp, string][] = [
  [
    /\b(?:good ?bye|bye(?:-bye)?|see you|that'?s all|that is all|got to go|have to go)\b/i,
    'end conversation',
  ],
  [
    /\b(?:finish|stop|close|leave) (?:the |this |our )?(?:conversation|talk|call|chat)\b/i,
    'end conversation',
  ],
  [/\bend (?:the |this |our |it|here)(?:talk|call|chat)?\b/i, 'end conversation'],
  [/\b(?:choose|pick|decide|choice|options?|select)\b/i, 'offer choices'],
  [/\b(?:remind me in|wake me|count ?down|time me|timer)\b/i, 'set timer'],
  [/\b(?:show|display|put up|write down)\b.*\b(?:card|note|facts?|summary)\b/i, 'show card'],
]
const SWITCH = /(?<!\bi )\b(?:switch|change|speak|talk|go on|continue|carry on|answer|listen)\b/i
const QUESTION = /\b(?:how|where|what|which|can i|could i|is there|help|explain)\b/i

/** The visitor's words with their plain meanings. */
function meaning(words: string): Set<string> {
  const plain = MEANINGS.filter(([said]) => said.test(words)).map(([, means]) => means)
  if (SWITCH.test(words) && languageIn(words)) plain.push('change language')
  return keywords([words, ...plain].join(' '))
}

/** Whether the tool has a fixed list of subjects, and the visitor asks about one of them. */
function asksAbout(words: string, { properties }: ObjectSchema): boolean {
  if (!QUESTION.test(words)) return false
  const asked = keywords(words)
  return Object.values(properties).some(({ enum: allowed = [] }) =>
    allowed.some((value) => shared(asked, keywords(String(value).replaceAll('_', ' '))) > 0),
  )
}

/** Whether what the tool cannot do without is in the words. */
function hasNeeds(words: string, { properties, required }: ObjectSchema): boolean {
  return required.every((name) => properties[name]?.type !== 'array' || optionsIn(words).length > 0)
}

/**
 * The tool that the visitor's words ask for: its whole name, enough of name and description, or one
 * of the subjects that it knows about. Undefined when there is none.
 */
export function chooseTool(words: string, tools: ClientTool[]): ToolRequest | undefined {
  const asked = meaning(words)
  let chosen: { tool: ClientTool; schema: ObjectSchema } | undefined
  let most = 0
  for (const tool of tools) {
    const schema = readSchema(tool.parameters)
    const name = keywords(tool.name.replaceAll(/[_-]/g, ' '))
    const inName = shared(asked, name)
    const described = [...keywords(tool.description)].filter((word) => !name.has(word))
    const score = inName * 2 + Math.min(2, shared(asked, new Set(described)))
    const isNamed = name.size > 0 && inName === name.size
    const isMeant = isNamed || score >= 3 || asksAbout(words, schema)
    if (isMeant && score >= most && hasNeeds(words, schema)) {
      chosen = { tool, schema }
      most = score + 1
    }
  }
  if (!chosen) return undefined
  const { tool, schema } = chosen
  return { name: tool.name, arguments: argumentsFrom(words, schema) }
}
