/** A tool of the session that runs in the page. */
export interface ClientTool {
  name: string
  description: string
  parameters: Record<string, unknown>
  /** How long an answer is waited for; 0: the page is told, and nothing is waited for. */
  waitSeconds: number
}

/** Everything an answer may depend on: the same input always gives the same answer. */
export interface Situation {
  personaName: string
  systemPrompt: string
  /** Name of the language model as the catalogue shows it. */
  modelName: string
  tools: ClientTool[]
  /** What the page added with `addContext`. */
  context: string[]
  /** What the visitor said before, oldest first. */
  earlier: string[]
  now: Date
}

export interface ToolRequest {
  name: string
  /** An object, unless a test wants something else. */
  arguments: unknown
}

/** What the persona makes of a turn. */
interface Thought {
  reasoning: string
  say: string
  /** Asked before anything is said; its result is put to `afterTool`. */
  tool?: ToolRequest
}

/** A deterministic stand-in of a language model. */
export interface Brain {
  greet(situation: Situation): string
  /** `spokenSeconds` is set when the turn was heard: what was said is then not known. */
  think(words: string, situation: Situation, spokenSeconds?: number): Thought
  afterTool(tool: string, outcome: { result: string } | { error: string }): string
}
