import type { ToolHost } from '../tools/host'
import { runTool, type ToolCall } from '../tools/run-tool'
import { createDisplay, type StageDisplay } from './display'
import { createGoodbye } from './goodbye'
import type { Transcript } from './transcript'
import type { Connection } from './transport'

interface ToolUseOptions {
  transcript: Transcript
  connection: () => Connection | undefined
  secondsLeft: () => number
  /** A timer is over. */
  ring: () => void
  /** The persona and the visitor have agreed to end, and goodbye has been said. */
  onGoodbye: () => void
}

/** What the persona does in the page: every tool acts on the conversation through this. */
export interface ToolsInUse {
  display: StageDisplay
  /** `signal` is aborted when nobody waits for the result any more. */
  call: (call: ToolCall, signal: AbortSignal) => Promise<string>
  /** Whether the persona is speaking now. */
  speech: (isSpeaking: boolean) => void
  /** A new connection knows nothing of what was changed on the one before it. */
  resume: (connection: Connection) => void
  /** The conversation is over. */
  end: () => void
}

export function createToolUse(options: ToolUseOptions): ToolsInUse {
  const { transcript, connection } = options
  const display = createDisplay(options.ring)
  const goodbye = createGoodbye(options.onGoodbye)
  let language: string | undefined
  /** What happened while there was no connection. */
  let untold: string[] = []

  function tell(words: string) {
    const open = connection()
    if (open) open.addContext(words)
    else untold.push(words)
  }

  const host = (signal: AbortSignal): ToolHost => ({
    ask: (question) => display.ask(question, signal),
    offerChoices: (choices) => display.choose(choices, signal),
    showCard: display.showCard,
    startTimer: ({ over, ...timer }) => display.startTimer(timer, () => tell(over)),
    timers: () => display.forPeople.state.get().timers.length,
    secondsLeft: options.secondsLeft,
    setLanguage(code) {
      language = code
      connection()?.setLanguage(code)
    },
    endAfterGoodbye: goodbye.begin,
  })

  return {
    display: display.forPeople,
    call: (call, signal) =>
      runTool(call, {
        signal,
        host,
        record: (use) => transcript.used(use, Date.now()),
      }),
    speech: goodbye.speech,
    resume(connection) {
      if (language) connection.setLanguage(language)
      for (const words of untold) connection.addContext(words)
      untold = []
    },
    end() {
      goodbye.cancel()
      display.clear()
      language = undefined
      untold = []
    },
  }
}
