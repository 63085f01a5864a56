import type { ConnectOptions } from '@/lib/conversation/transport'
import type { RealtimeEvent } from './realtime-events'

interface ToolCallsOptions {
  callTool: ConnectOptions['callTool']
  send: (event: object) => void
}

type Call = Extract<RealtimeEvent, { type: 'tool' }>

/** So many answered calls are remembered: one that is told twice is made once. */
const remembered = 50

/** Lets the page use a tool, and tells the persona what came of it, or why nothing did. */
export function createToolCalls({ callTool, send }: ToolCallsOptions) {
  const known = new Set<string>()
  let pending = 0

  function answer(call_id: string, answer: { result: string } | { error: string }) {
    const output = JSON.stringify(answer)
    send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id, output },
    })
  }

  return {
    /** The persona waits for the page, or for the visitor. */
    isBusy: () => pending > 0,
    /** `onAnswered` is called when the persona has what it waits for. */
    call({ call, name, arguments: args }: Call, onAnswered: () => void) {
      if (known.has(call)) return
      known.add(call)
      const [oldest] = known
      if (known.size > remembered && oldest !== undefined) known.delete(oldest)
      pending += 1
      callTool({ id: call, name, arguments: args })
        .then(
          (result) => answer(call, { result }),
          (error: unknown) => answer(call, { error: error instanceof Error ? error.message : '' }),
        )
        .then(() => {
          pending -= 1
          onAnswered()
        })
    },
  }
}
