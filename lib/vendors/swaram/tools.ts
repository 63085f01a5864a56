import 'server-only'
import type { ToolName } from '@/lib/tools/names'
import { tools } from '@/lib/tools/tools'

/** A tool in Swaram's words: flat, without OpenAI's `function` around it [doc]. */
export interface SwaramTool {
  type: 'function'
  name: ToolName
  description: string
  parameters: Record<string, unknown>
}

/** It speaks and hears Malayalam whatever anybody asks for. */
const pointless: readonly ToolName[] = ['change_language']

/** Tool definitions for a token. */
export const swaramTools = (names: readonly ToolName[]): SwaramTool[] =>
  names
    .filter((name) => !pointless.includes(name))
    .map((name) => {
      const { description, parameters } = tools[name]
      return { type: 'function', name, description, parameters: parameters() }
    })
