import type { ConnectOptions } from '@/lib/conversation/transport'
import { toolNames } from '@/lib/tools/names'

type Sdk = typeof import('@anam-ai/js-sdk')
type Client = ReturnType<Sdk['createClient']>

/**
 * Answers every tool call of the session. What a handler returns or throws the SDK itself sends to
 * the persona. Which tools it has is bound to the session's token.
 */
export function hearToolCalls(sdk: Sdk, client: Client, callTool: ConnectOptions['callTool']) {
  const known = new Set<string>()

  function register(name: string) {
    if (known.has(name)) return
    known.add(name)
    client.registerToolCallHandler(name, {
      onStart: (call) =>
        callTool({ id: call.toolCallId, name: call.toolName, arguments: call.arguments }),
    })
  }

  for (const name of toolNames) register(name)
  // Without a handler the persona would wait in vain, also for a tool that is not here. This event
  // comes before the SDK looks for a handler.
  client.addListener(sdk.AnamEvent.TOOL_CALL_STARTED, ({ toolName, toolType }) => {
    if (toolType === 'client') register(toolName)
  })
}
