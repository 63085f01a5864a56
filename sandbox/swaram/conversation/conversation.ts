import { afterTool, answerTo, transcriptOf, unasked } from '../brain/answers'
import { chooseTool, type ToolRequest } from '../brain/tool-choice'
import { newId } from '../engine/new-id'
import type { Outlet } from '../engine/outlet'
import type { Faults } from '../faults/faults'
import type { SessionSettings } from '../token/session-settings'
import { Reply } from './reply'

/** Long enough to see that it thinks, short enough not to wait. */
const THINKING_MS = 200
const MOST_SAID = 100

export interface ConversationParts {
  outlet: Outlet
  settings: () => SessionSettings
  faults: Faults
  /** Of speech, in times real time. */
  pace: () => number
  spend: (seconds: number) => void
}

/** What is said in one session: turns, replies, tools. */
export class Conversation {
  /** Texts of the last replies, oldest first; cancelled ones too. */
  readonly said: string[] = []
  replies = 0
  turns = 0
  toolCalls = 0
  readonly #calls = new Set<string>()
  #reply: Reply | undefined
  /** What is said when the reply that runs is over. */
  #next: string | undefined

  constructor(private readonly parts: ConversationParts) {}

  get replying(): boolean {
    return this.#reply !== undefined
  }

  get pendingCalls(): string[] {
    return [...this.#calls]
  }

  /** The visitor's turn, of so many seconds of speech, is over. */
  hear(seconds: number, itemId: string) {
    const { outlet } = this.parts
    const transcript = transcriptOf(seconds)
    outlet.send(
      'conversation.item.created',
      { item: { role: 'user', content: [{ text: transcript }] } },
      {
        item: {
          id: itemId,
          object: 'realtime.item',
          type: 'message',
          status: 'completed',
          content: [{ type: 'input_text', text: transcript }],
        },
      },
    )
    outlet.send(
      'conversation.item.input_audio_transcription.completed',
      { item_id: itemId, transcript },
      { content_index: 0 },
    )
    this.turns++
    const tool = chooseTool(this.turns, this.parts.settings())
    if (tool) this.call(tool)
    else this.say(answerTo(this.turns, seconds))
  }

  /** `response.create`: false when a reply is on its way already. */
  ask(): boolean {
    if (this.replying) return false
    this.say(unasked(this.replies + this.turns > 0))
    return true
  }

  /** Says a text in a reply of its own, in place of the one that runs. */
  say(text: string) {
    this.cancel()
    this.replies++
    this.said.push(text)
    if (this.said.length > MOST_SAID) this.said.shift()
    const { outlet, settings, faults, pace, spend } = this.parts
    const reply = new Reply({
      outlet,
      voice: settings().voice,
      pace: pace(),
      text,
      fault: faults.takeInReply(),
      spend,
      ended: (status) => this.#ended(reply, status),
    })
    this.#reply = reply
    reply.begin(THINKING_MS)
  }

  /** Asks the page to run a tool, in a reply of its own. */
  call(request: ToolRequest) {
    this.cancel()
    this.toolCalls++
    const { outlet } = this.parts
    const [responseId, callId] = [newId('resp'), newId('call')]
    this.#calls.add(callId)
    outlet.send('response.created', { response: { id: responseId } })
    const args = JSON.stringify(request.arguments ?? {})
    outlet.send(
      'response.function_call_arguments.done',
      { name: request.name, call_id: callId, arguments: args },
      { response_id: responseId, item_id: newId('item'), output_index: 0 },
    )
    outlet.send('response.done', { response: { id: responseId, status: 'completed' } })
  }

  /** The page has run a tool: the reply goes on by itself. False when nobody asked for it. */
  takeOutput(callId: string, output: string): boolean {
    if (!this.#calls.delete(callId)) return false
    const { outlet, settings } = this.parts
    outlet.send('conversation.item.created', {
      item: { type: 'function_call_output', call_id: callId, output },
    })
    const { tool_choice: choice } = settings()
    const again = choice === 'required' ? chooseTool(++this.turns, settings()) : undefined
    if (again) this.call(again)
    else if (this.replying) this.#next = afterTool(output)
    else this.say(afterTool(output))
    return true
  }

  /** False when there was nothing to cancel. */
  cancel(): boolean {
    const { replying } = this
    this.#next = undefined
    this.#reply?.cancel()
    return replying
  }

  close() {
    this.#reply?.drop()
    this.#reply = undefined
  }

  #ended(reply: Reply, status: 'completed' | 'cancelled') {
    if (this.#reply !== reply) return
    this.#reply = undefined
    const next = this.#next
    this.#next = undefined
    if (status === 'completed' && next !== undefined) this.say(next)
  }
}
