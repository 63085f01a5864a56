import type { RawData, WebSocket } from 'ws'
import { Conversation } from '../conversation/conversation'
import type { Dialect } from '../faults/fault'
import type { Faults } from '../faults/faults'
import { firstIssue } from '../rest/validation'
import { effective, type ModelId, PREMIUM, type SessionInput } from '../token/session-settings'
import { type ClientEvent, readClientEvent } from './client-event'
import { Ear } from './ear'
import { newId } from './new-id'
import { Outlet } from './outlet'
import type { VoiceChange } from './voice-activity'

/** Push-to-talk sends nothing between turns [doc turn-taking]: that is quiet, too. */
const NO_SOUND_MS = 700
const MOST_RECEIVED = 100

export interface VoiceSessionParts {
  socket: WebSocket
  model: ModelId
  /** What the token carried; with it nothing can be set any more. */
  carried: SessionInput | undefined
  dialect: Dialect
  faults: Faults
  pace: () => number
  spend: (seconds: number) => void
  log: (line: string) => void
}

/** One connection, from `session.created` to its close. */
export class VoiceSession {
  readonly id = newId('sess_sandbox')
  readonly openedAt = Date.now()
  readonly ear = new Ear()
  readonly outlet: Outlet
  readonly conversation: Conversation
  /** What the client sent besides sound, oldest first. */
  readonly received: unknown[] = []
  settings: ReturnType<typeof effective>
  #isLocked: boolean
  /** Of the visitor's turn. */
  #itemId = ''
  #silence: NodeJS.Timeout | undefined

  constructor(parts: VoiceSessionParts) {
    const { socket, model, carried, dialect, faults, pace, spend, log } = parts
    this.settings = effective(model, carried)
    this.#isLocked = carried !== undefined
    this.outlet = new Outlet(socket, dialect)
    const settings = () => this.settings
    this.conversation = new Conversation({ outlet: this.outlet, settings, faults, pace, spend })
    socket.on('message', (data, isBinary) => {
      // What one client sends must not end the process, in which other stand-ins run.
      try {
        this.#receive(data, isBinary)
      } catch (error) {
        log(error instanceof Error ? (error.stack ?? error.message) : String(error))
        this.outlet.error('server_error', 'an unexpected error occurred', 'server_error')
      }
    })
    socket.on('close', () => {
      clearTimeout(this.#silence)
      this.conversation.close()
    })
  }

  begin() {
    this.#tellSettings('session.created')
  }

  #tellSettings(type: 'session.created' | 'session.updated') {
    const session = { id: this.id, ...this.settings }
    this.outlet.send(type, { session }, { session: { object: 'realtime.session' } })
  }

  #receive(data: RawData, isBinary: boolean) {
    // "JSON on the text channel" [doc events].
    if (isBinary) return this.outlet.error('invalid_event', 'binary frames are not accepted')
    const reading = readClientEvent(String(data))
    if ('event' in reading) return this.#obey(reading.event)
    this.#note({ refused: reading.code })
    const detail = reading.error ? firstIssue(reading.error).message : ''
    this.outlet.error(reading.code, ['the event was not understood', detail].join(' ').trim())
  }

  #obey(event: ClientEvent) {
    if (event.type !== 'input_audio_buffer.append') this.#note(event)
    switch (event.type) {
      case 'session.update':
        return this.#configure(event.session)
      case 'input_audio_buffer.append':
        return this.#hear(event.audio)
      case 'response.cancel':
        return this.#cancel()
      case 'conversation.item.create':
        return this.#takeOutput(event.item)
      default:
        // Premium takes turns by itself and ignores the rest [doc events].
        if (this.settings.model !== PREMIUM) this.#nudge(event.type)
    }
  }

  #cancel() {
    if (this.conversation.cancel()) return
    this.outlet.error('response_cancel_not_active', 'there is no reply to cancel')
  }

  #configure(session: SessionInput) {
    if (this.#isLocked) {
      return this.outlet.error('session_locked', 'the session is configured already')
    }
    this.#isLocked = true
    this.settings = effective(this.settings.model, session)
    this.#tellSettings('session.updated')
  }

  #hear(audio: Buffer) {
    this.#isLocked = true
    for (const change of this.ear.hear(audio)) this.#turn(change)
    clearTimeout(this.#silence)
    if (this.ear.speaking) this.#silence = setTimeout(() => this.#turn(this.ear.end()), NO_SOUND_MS)
  }

  #turn(change: VoiceChange) {
    if (change?.kind === 'started') {
      this.#itemId = newId('item')
      const began = { audio_start_ms: this.#heardMs, item_id: this.#itemId }
      this.outlet.send('input_audio_buffer.speech_started', {}, began)
      // Barge-in: it stops right away and listens [doc turn-taking].
      this.conversation.cancel()
    }
    if (change?.kind === 'stopped') {
      this.ear.end()
      const ended = { audio_end_ms: this.#heardMs, item_id: this.#itemId }
      this.outlet.send('input_audio_buffer.speech_stopped', {}, ended)
      this.conversation.hear(change.seconds, this.#itemId)
    }
  }

  get #heardMs() {
    return Math.round(this.ear.secondsHeard * 1_000)
  }

  #nudge(type: 'input_audio_buffer.commit' | 'input_audio_buffer.clear' | 'response.create') {
    this.#isLocked = true
    if (type === 'input_audio_buffer.clear') return this.ear.clear()
    if (type === 'input_audio_buffer.commit') return this.#commit()
    if (this.conversation.ask()) return
    this.outlet.error('conversation_already_has_active_response', 'a reply is on its way already')
  }

  #commit() {
    const seconds = this.ear.unusedSeconds
    if (this.ear.speaking) return this.#turn(this.ear.end())
    if (seconds < 0.1) {
      return this.outlet.error('input_audio_buffer_commit_empty', 'less than 100 ms of audio')
    }
    this.ear.end()
    this.conversation.cancel()
    this.conversation.hear(seconds, newId('item'))
  }

  #takeOutput(item: { call_id: string; output: string }) {
    if (this.conversation.takeOutput(item.call_id, item.output)) return
    this.outlet.error('unknown_call_id', 'no tool was called with this call_id')
  }

  #note(event: unknown) {
    this.received.push(event)
    if (this.received.length > MOST_RECEIVED) this.received.shift()
  }
}
