import 'server-only'
import type { ToolName } from '@/lib/tools/names'
import { tools } from '@/lib/tools/tools'

/** A tool that runs in the page, in Anam's words (`ClientToolConfig` of its OpenAPI). */
export interface AnamTool {
  type: 'client'
  name: ToolName
  description: string
  parameters: Record<string, unknown>
  /** The persona waits for what came of it. */
  awaitResult: true
  /** 1 to 600. */
  toolTimeoutSeconds: number
}

/** The page itself gives up first, and says why. */
const grace = 5

/** Tool definitions for a session's token. */
export const anamTools = (names: readonly ToolName[]): AnamTool[] =>
  names.map((name) => {
    const { description, parameters, waitSeconds } = tools[name]
    return {
      type: 'client',
      name,
      description,
      parameters: parameters(),
      awaitResult: true,
      toolTimeoutSeconds: Math.min(600, waitSeconds + grace),
    }
  })
