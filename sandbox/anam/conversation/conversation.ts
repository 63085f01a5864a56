import { randomUUID } from 'node:crypto'
import type { Brain, Situation, ToolRequest } from '../brain/brain'
import type { SessionSettings } from '../engine/session-settings'
import { Speaker, type Utterance } from '../speech/speaker'
import type { Speech } from '../speech/speech'
import { Announcements } from './announcements'
import { type ClientMessage, readClientMessage } from './client-message'
import { newUtterance } from './new-utterance'
import type { Outlet } from './outlet'
import { TalkStreams, talkChunk } from './talk-streams'
import { ToolCalls } from './tool-calls'
import { Transcript } from './transcript'
import { VoiceActivity } from './voice-activity'

/** Long enough to see that the persona thinks, short enough not to wait. */
const THINKING_MS = 300
/** A tool that the session does not have is waited for as any tool is by default. */
const UNKNOWN_TOOL_WAIT_SECONDS = 10

export interface ConversationParts {
  sessionId: string
  settings: SessionSettings
  brain: Brain | undefined
  outlet: Outlet
  synthesise(sentence: string): Promise<Speech>
  now(): number
  /** Runs what is done later, and ends the session when it throws. */
  guard(work: () => unknown): void
}

/** What is said in one session: turns of both sides, interruptions, tools. */
export class Conversation {
  readonly transcript = new Transcript()
  readonly toolCalls: ToolCalls
  readonly speaker: Speaker
  /** When either side was last heard, in ms since the epoch. */
  lastHeardAt: number
  readonly #talk: TalkStreams
  readonly #announce: Announcements
  readonly #ear: VoiceActivity
  readonly #context: string[] = []
  readonly #earlier: string[] = []
  #turn = 0
  #spokenTurnId = ''
  #ended = false

  constructor(private readonly parts: ConversationParts) {
    const { settings, outlet, now } = parts
    this.lastHeardAt = now()
    this.#announce = new Announcements(parts.sessionId, outlet, now)
    this.toolCalls = new ToolCalls(parts.sessionId, outlet, now)
    this.speaker = new Speaker(parts.synthesise, {
      word: (utterance, text) => {
        this.lastHeardAt = now()
        this.#announce.persona(utterance, text, false, false)
      },
      ended: (utterance, interrupted) => this.#endUtterance(utterance, interrupted),
    })
    this.#talk = new TalkStreams(this.speaker)
    this.#ear = new VoiceActivity(settings.endOfSpeechSensitivity)
  }

  get visitorSpeaks(): boolean {
    return this.#ear.speaking
  }

  /** Called once, when the visitor can see and hear. */
  greet() {
    const { settings, brain } = this.parts
    // Without a language model nothing is said that the page does not say (measured: silence).
    if (settings.skipGreeting || !brain) return
    const greeting = settings.initialMessage || brain.greet(this.#situation())
    if (greeting) this.say(greeting, { interruptible: !settings.uninterruptibleGreeting })
  }

  /** Says a text, after what is being said. */
  say(text: string, options: Parameters<typeof newUtterance>[0] = {}) {
    if (this.#ended) return
    const utterance = newUtterance(options)
    this.speaker.begin(utterance)
    this.speaker.add(utterance, text)
    this.speaker.complete(utterance)
  }

  /** A chunk of a talk stream, as it came over signalling. */
  talk(payload: unknown) {
    const chunk = talkChunk.safeParse(payload)
    if (chunk.success) this.#talk.take(chunk.data)
    else this.parts.outlet.signal('warning', 'Invalid talk stream message')
  }

  interrupt() {
    this.#turn++ // An answer that is still being thought of is dropped too.
    this.speaker.interrupt()
  }

  /** A message of the data channel. */
  receive(raw: unknown): ClientMessage | undefined {
    const message = readClientMessage(raw)
    switch (message?.message_type) {
      case 'speech':
        this.#hearTyped(message.content)
        break
      case 'interrupt':
        this.interrupt()
        break
      case 'context':
        this.#context.push(message.content)
        break
      case 'tool_result':
        this.toolCalls.answer(message)
        break
      case 'director_note_cue':
        this.#cue(message.cue.tag, message.in_seconds ?? 0)
        break
      case 'persona_config':
        this.#reconfigure(message.data)
        break
      case undefined:
        // Documented: an update that does not fit is answered with a warning.
        if (typeof raw === 'string' && raw.includes('"persona_config"')) {
          this.parts.outlet.signal('warning', 'Invalid persona configuration update')
        }
    }
    return message
  }

  /** The next piece of the microphone: its loudness (RMS, 0 to 1) and length. */
  hear(rms: number, ms: number) {
    const change = this.#ear.hear(rms, ms)
    if (this.#ear.speaking) this.lastHeardAt = this.parts.now()
    if (change?.kind === 'started') {
      this.#spokenTurnId = randomUUID()
      this.#announce.visitorSpeech('started', this.#spokenTurnId)
      this.interrupt()
    }
    if (change?.kind === 'ended') this.#hearSpoken(change.seconds)
  }

  /** Nothing is said any more; answers that are still being thought of are dropped. */
  close() {
    this.#turn++
    this.#ended = true
    this.toolCalls.close()
    this.speaker.close()
  }

  #hearTyped(words: string) {
    // Nobody is there to take it: Anam's own Python SDK warns of that.
    if (!this.parts.brain) return
    this.lastHeardAt = this.parts.now()
    this.interrupt()
    // The real engine does not send typed turns back (anam.md 1.6), so neither does this one.
    this.transcript.addUser(words, this.parts.now(), null)
    this.parts.guard(() => this.#answer(words, randomUUID()))
  }

  #hearSpoken(seconds: number) {
    const correlationId = this.#spokenTurnId
    this.#announce.visitorSpeech('ended', correlationId)
    // Nothing here understands speech, and the transcript says so.
    const words = `(spoken, ${seconds.toFixed(1)} s)`
    this.transcript.addUser(words, this.parts.now(), seconds)
    this.#announce.visitor(words, correlationId)
    this.parts.guard(() => this.#answer(words, correlationId, seconds))
  }

  async #answer(words: string, correlationId: string, spokenSeconds?: number) {
    const { brain } = this.parts
    if (!brain) return
    const turn = ++this.#turn
    const thought = brain.think(words, this.#situation(), spokenSeconds)
    this.#earlier.push(words)
    await new Promise((resolve) => setTimeout(resolve, THINKING_MS))
    if (turn !== this.#turn) return
    this.#announce.reasoning(thought.reasoning)
    if (!thought.tool) return this.say(thought.say, { correlationId })
    await this.#use(thought.tool, correlationId, turn)
  }

  /** The persona uses a tool without being asked, with whatever arguments: for tests. */
  callTool(request: ToolRequest) {
    this.parts.guard(() => this.#use(request, randomUUID(), ++this.#turn))
  }

  async #use(request: ToolRequest, correlationId: string, turn: number) {
    const { brain, settings } = this.parts
    const tool = settings.clientTools.find(({ name }) => name === request.name)
    const call = { ...request, waitSeconds: tool?.waitSeconds ?? UNKNOWN_TOOL_WAIT_SECONDS }
    const outcome = await this.toolCalls.call(call, correlationId, turn)
    if (brain && turn === this.#turn) {
      this.say(brain.afterTool(request.name, outcome), { correlationId })
    }
  }

  #situation(): Situation {
    const { settings, now } = this.parts
    const { personaName, systemPrompt, modelName, clientTools: tools } = settings
    return {
      personaName,
      systemPrompt,
      modelName,
      tools,
      context: this.#context,
      earlier: this.#earlier,
      now: new Date(now()),
    }
  }

  #endUtterance(utterance: Utterance, interrupted: boolean) {
    if (utterance.chunks > 0) {
      this.lastHeardAt = this.parts.now()
      this.#announce.persona(utterance, '', true, interrupted)
      const { said, seconds } = utterance
      this.transcript.addPersona(said, this.parts.now() - seconds * 1000, seconds, interrupted)
    }
    if (!interrupted || utterance.talkStreamId === undefined) return
    this.#talk.drop(utterance.talkStreamId)
    this.#announce.talkStreamInterrupted(utterance.talkStreamId)
  }

  #cue(tag: string, inSeconds: number) {
    const timer = setTimeout(() => this.#announce.cueApplied(tag), inSeconds * 1000)
    timer.unref()
  }

  #reconfigure(data: Record<string, unknown>) {
    const { configurable } = this.parts.settings
    const changed = Object.entries(data).map(([key, after]) => {
      const before = configurable[key] ?? null
      configurable[key] = after
      return [key, { before, after }]
    })
    this.#announce.configChanged(Object.fromEntries(changed))
  }
}
