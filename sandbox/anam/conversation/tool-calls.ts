import { randomUUID } from 'node:crypto'
import type { ToolRequest } from '../brain/brain'
import type { ToolResult } from './client-message'
import type { Outlet } from './outlet'

export type ToolOutcome = { result: string } | { error: string }

/** One tool call as `GET /v1/sessions/{id}` shows it. */
export interface ToolCallRecord {
  turnIndex: number
  correlationId: string
  toolCallId: string
  toolName: string
  toolType: 'client'
  toolSubtype: null
  status: 'started' | 'completed' | 'failed'
  startedAt: string
  completedAt: string | null
  durationSeconds: number | null
  errorMessage: string | null
  arguments: unknown
  result: string | null
  documentsAccessed: null
}

const asText = (value: unknown) =>
  typeof value === 'string' ? value : value === undefined ? '' : JSON.stringify(value)

/** Calls of client tools: asked over the data channel, answered by `tool_result` if that is waited for. */
export class ToolCalls {
  readonly records: ToolCallRecord[] = []
  readonly #waiting = new Map<string, (outcome: ToolOutcome) => void>()

  constructor(
    private readonly sessionId: string,
    private readonly outlet: Outlet,
    private readonly now: () => number,
  ) {}

  /**
   * Resolves with what the page answered, or with an error when it did not within `waitSeconds`; at
   * once, with nothing, when these are 0.
   */
  async call(
    request: ToolRequest & { waitSeconds: number },
    correlationId: string,
    turnIndex: number,
  ): Promise<ToolOutcome> {
    const startedAt = this.now()
    const record: ToolCallRecord = {
      turnIndex,
      correlationId,
      toolCallId: randomUUID(),
      toolName: request.name,
      toolType: 'client',
      toolSubtype: null,
      status: 'started',
      startedAt: new Date(startedAt).toISOString(),
      completedAt: null,
      durationSeconds: null,
      errorMessage: null,
      arguments: request.arguments,
      result: null,
      documentsAccessed: null,
    }
    this.records.push(record)
    this.#tell('toolCallStarted', record, {})

    const { waitSeconds } = request
    const outcome =
      waitSeconds > 0 ? await this.#outcome(record.toolCallId, waitSeconds) : { result: '' }
    const finishedAt = this.now()
    record.completedAt = new Date(finishedAt).toISOString()
    record.durationSeconds = (finishedAt - startedAt) / 1000
    if ('error' in outcome) {
      record.status = 'failed'
      record.errorMessage = outcome.error
      this.#tell('toolCallFailed', record, { error_message: outcome.error })
    } else {
      record.status = 'completed'
      record.result = outcome.result
      this.#tell('toolCallCompleted', record, { result: outcome.result })
    }
    return outcome
  }

  /** Takes the page's answer; one that nobody waits for is ignored. */
  answer({ tool_call_id, result, error }: ToolResult) {
    const outcome = error === undefined ? { result: asText(result) } : { error: asText(error) }
    this.#waiting.get(tool_call_id)?.(outcome)
  }

  /** The session is over: nobody will answer any more. */
  close() {
    for (const settle of [...this.#waiting.values()]) settle({ error: 'The session ended.' })
  }

  #outcome(toolCallId: string, waitSeconds: number): Promise<ToolOutcome> {
    return new Promise((resolve) => {
      const settle = (outcome: ToolOutcome) => {
        clearTimeout(timer)
        this.#waiting.delete(toolCallId)
        resolve(outcome)
      }
      const tooLate = () => settle({ error: 'The tool did not answer.' })
      const timer = setTimeout(tooLate, waitSeconds * 1_000)
      timer.unref()
      this.#waiting.set(toolCallId, settle)
    })
  }

  #tell(messageType: string, record: ToolCallRecord, more: Record<string, unknown>) {
    this.outlet.message(messageType, {
      event_uid: randomUUID(),
      session_id: this.sessionId,
      tool_call_id: record.toolCallId,
      tool_name: record.toolName,
      tool_type: record.toolType,
      arguments: record.arguments,
      timestamp: new Date(this.now()).toISOString(),
      timestamp_user_action: record.startedAt,
      user_action_correlation_id: record.correlationId,
      used_outside_engine: true,
      ...more,
    })
  }
}
