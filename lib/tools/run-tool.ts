import type { ToolHost } from './host'
import type { Done } from './tool'
import { ToolError } from './tool-error'
import { findTool } from './tools'

/** A tool that the persona wants to use. */
export interface ToolCall {
  /** By the vendor. */
  id: string
  name: string
  /** As the language model wrote them. */
  arguments: unknown
}

/** What the person reads of a use of a tool. */
export interface ToolUse {
  name: string
  label: string
  /** May be empty. */
  detail: string
}

export type ToolEnd =
  | { state: 'done'; detail?: string | undefined }
  | { state: 'declined' | 'unanswered' | 'failed' }

export interface ToolCallOptions {
  /** Aborted when nobody waits for the result any more. */
  signal: AbortSignal
  /** The page for one call, until its signal is aborted. */
  host: (signal: AbortSignal) => ToolHost
  /** Writes the use down; the returned function writes how it ended. */
  record: (use: ToolUse) => (end: ToolEnd) => void
}

/**
 * Uses a tool. Resolves with the result for the persona, or rejects with a `ToolError` that tells it
 * why there is none; in any case within the tool's time.
 */
export async function runTool(call: ToolCall, options: ToolCallOptions): Promise<string> {
  // Its conversation is over: it is not written into the next one.
  if (options.signal.aborted) throw cutOff()
  // Which of them a persona has is bound to its session's token: the vendor calls no other.
  const tool = findTool(call.name)
  const prepared = tool?.prepare(call.arguments)
  const isReady = prepared !== undefined && !('error' in prepared)
  const end = options.record({
    name: call.name,
    label: tool?.label ?? 'Use a tool',
    detail: isReady ? prepared.detail : tool ? '' : call.name.slice(0, 60),
  })
  try {
    if (!tool) throw new ToolError('failed', `There is no tool "${call.name.slice(0, 60)}" here.`)
    if (!isReady) throw new ToolError('failed', wrongArguments(prepared?.error))
    const { waitSeconds } = tool
    const { result, detail } = await bounded(waitSeconds, options.signal, async (signal) => {
      const host = options.host(signal)
      const check = () => {
        const obstacle = prepared.obstacle(host)
        if (obstacle) throw new ToolError('failed', obstacle)
      }
      check()
      if (prepared.question) {
        if (!(await host.ask(prepared.question))) {
          throw new ToolError('declined', 'The visitor said no.')
        }
        // Others may have acted while it was asked for.
        check()
      }
      signal.throwIfAborted()
      return prepared.run(host)
    })
    end({ state: 'done', detail })
    return result
  } catch (cause) {
    const error =
      cause instanceof ToolError
        ? cause
        : new ToolError('failed', 'It did not work in this browser.', { cause })
    if (error !== cause) console.error(`The tool ${call.name} failed:`, cause)
    end({ state: error.state })
    throw error
  }
}

const cutOff = () => new ToolError('failed', 'The conversation was cut off before it was done.')

const wrongArguments = (why = '') => `The arguments do not fit. ${why}`.trim()

/** Gives the work up after so many seconds, or when the signal is aborted. */
function bounded(
  seconds: number,
  outer: AbortSignal,
  work: (signal: AbortSignal) => Promise<Done>,
): Promise<Done> {
  const abort = new AbortController()
  return new Promise<Done>((resolve, reject) => {
    const giveUp = (error: ToolError) => {
      settle()
      reject(error)
      abort.abort(error)
    }
    const onOver = () => giveUp(cutOff())
    const onLate = () =>
      giveUp(new ToolError('unanswered', `The visitor did not answer within ${seconds} seconds.`))
    const timer = setTimeout(onLate, seconds * 1000)
    const settle = () => {
      clearTimeout(timer)
      outer.removeEventListener('abort', onOver)
    }
    outer.addEventListener('abort', onOver)
    work(abort.signal).then(resolve, reject).finally(settle)
  })
}
