import type { SessionSettings } from '../token/session-settings'
import { fitting } from './fitting'

export interface ToolRequest {
  name: string
  /** An object, unless a test wants something else. */
  arguments: unknown
}

const EVERY = 3
/** Nobody asked for that. */
const ENDS = /(?:^|_)(?:end|hang|close|finish|quit|stop)(?:_|$)/i

/**
 * The tool that a turn uses: on every third turn, one after the other. With `required` it is every
 * turn, even the one after a tool's answer: that this never ends is the vendor's (reference A6).
 */
export function chooseTool(
  turn: number,
  { tools, tool_choice }: Pick<SessionSettings, 'tools' | 'tool_choice'>,
): ToolRequest | undefined {
  if (tool_choice === 'none') return undefined
  const harmless = tools.filter(({ name }) => !ENDS.test(name))
  if (harmless.length === 0 || (tool_choice === 'auto' && turn % EVERY !== 0)) return undefined
  const round = tool_choice === 'required' ? turn : turn / EVERY
  const tool = harmless[(round - 1) % harmless.length]
  return tool && { name: tool.name, arguments: fitting(tool.parameters) }
}
