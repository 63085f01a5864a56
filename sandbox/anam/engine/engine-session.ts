import type { WebSocket } from 'ws'
import { z } from 'zod'
import type { Brain } from '../brain/brain'
import { Conversation } from '../conversation/conversation'
import type { Face } from '../face/studio'
import type { LiveFault } from '../faults/fault'
import type { Faults } from '../faults/faults'
import type { Speech } from '../speech/speech'
import { Deadlines } from './deadlines'
import { watchLimits } from './limits'
import { startMediaClock } from './media-clock'
import { Peer } from './peer'
import type { Reaping } from './reaping'
import type { ExitStatus, SessionRecord } from './session-record'
import type { SessionSettings } from './session-settings'
import { type Envelope, Signalling } from './signalling'

const offerPayload = z.object({ connectionDescription: z.unknown() })
const MOST_REMEMBERED_MESSAGES = 200

export interface EngineParts {
  record: SessionRecord
  settings: SessionSettings
  brain: Brain | undefined
  face: Face
  faults: Faults
  reaping: Reaping
  synthesise(sentence: string): Promise<Speech>
  now(): number
  log(line: string): void
  ended(): void
}

/** One session on the engine, from being handed out until everything of it is freed. */
export class EngineSession {
  readonly conversation: Conversation
  /** What the control surface shows of the microphone: loudness from 0 to 1. */
  readonly microphone = { pieces: 0, rms: 0, max: 0, heardSeconds: 0 }
  readonly received: unknown[] = []
  framesSent = 0
  state: 'waiting' | 'connecting' | 'live' | 'ended' = 'waiting'
  readonly #signalling: Signalling
  readonly #deadlines = new Deadlines((act) => this.#guard(act))
  #peer: Peer | undefined
  #stopMedia: (() => void) | undefined
  #dead = false
  #connected = false

  constructor(private readonly parts: EngineParts) {
    const { record, reaping } = parts
    this.#signalling = new Signalling(record.id, {
      message: (message) => this.#guard(() => this.#signalled(message)),
      gone: () => this.#signallingGone(),
    })
    this.conversation = new Conversation({
      sessionId: record.id,
      settings: parts.settings,
      brain: parts.brain,
      now: parts.now,
      synthesise: parts.synthesise,
      guard: (work) => this.#guard(work),
      outlet: {
        message: (type, data) => this.#peer?.channel.send(type, data),
        signal: (type, payload) => this.#signal(type, payload),
      },
    })
    this.#deadlines.set('connect', reaping.neverConnectedMs, () =>
      this.end('ERROR', 'The client never connected'),
    )
  }

  get clientLabel() {
    return this.parts.record.request.clientLabel
  }

  attach(socket: WebSocket) {
    if (this.#dead) return socket.terminate()
    this.#deadlines.clear('connect')
    this.#deadlines.clear('lost')
    this.#signalling.attach(socket)
  }

  /** Ends the session. With a reason the browser is told before the connection goes. */
  end(exitStatus: ExitStatus, reason?: string) {
    if (this.state === 'ended') return
    this.state = 'ended'
    const { record, now, ended } = this.parts
    if (reason !== undefined) this.#signal('endsession', reason)
    this.#log(`ended: ${reason ?? exitStatus}`)
    record.endedAt = now()
    record.exitStatus = exitStatus
    const parts = [
      () => this.#deadlines.clearAll(),
      () => this.#stopMedia?.(),
      () => this.conversation.close(),
      () => this.parts.face.close(),
      () => this.#signalling.close(),
      () => this.#peer?.close(),
      ended,
    ]
    for (const free of parts) {
      try {
        free() // What cannot be freed must not keep the rest.
      } catch (error) {
        this.#log(error)
      }
    }
    // The record is kept for the API; the native connection behind it is not.
    this.#peer = undefined
  }

  /** Does to a session in progress what a test asked for. */
  strike({ kind, text, afterMs }: LiveFault) {
    this.#deadlines.set(`fault ${kind}`, afterMs, () => {
      if (kind === 'ws-drop') this.#signalling.drop()
      if (kind === 'server-end') this.end('CLOSED_BY_ENGINE', text ?? 'Session ended by the server')
      if (kind === 'warning') this.#signal('warning', text ?? 'Session is about to end')
      if (kind === 'engine-dead') this.#die()
    })
  }

  #signal(actionType: string, payload: unknown) {
    if (!this.#dead) this.#signalling.send(actionType, payload)
  }

  /** As when the machine of the engine goes: no media, no signalling, no goodbye. */
  #die() {
    this.#dead = true
    this.#stopMedia?.()
    this.#peer?.close()
    this.#signalling.drop()
  }

  #signalled({ actionType, payload }: Envelope) {
    switch (actionType) {
      case 'offer':
        return this.#offered(offerPayload.parse(payload).connectionDescription)
      case 'icecandidate':
        return this.#peer?.addCandidate(payload)
      case 'heartbeat':
        return this.#signal('heartbeat', '')
      case 'talkstream':
        return this.conversation.talk(payload)
      default:
        return // `agentaudioinput` and its end: audio passthrough is not on this plan.
    }
  }

  async #offered(offer: unknown) {
    const { faults } = this.parts
    if (this.#peer) return await this.#peer.answer(offer) // ICE restart
    const slow = faults.takeOpening('slow-start', this.clientLabel)
    this.state = 'connecting'
    this.#peer = this.#newPeer()
    if (slow) await new Promise((resolve) => setTimeout(resolve, slow.delayMs))
    if (this.state !== 'connecting') return
    await this.#peer.answer(offer)
    // Encoding begins before ICE is done, so that a frame is ready when the way is open.
    this.#stopMedia ??= startMediaClock({
      audio: () => this.#guard(() => this.#peer?.playAudio(this.conversation.speaker.next())),
      frame: (seconds) => this.#guard(() => this.#playFrame(seconds)),
    })
  }

  #newPeer(): Peer {
    const { faults } = this.parts
    return new Peer(
      {
        signal: (type, payload) => this.#signal(type, payload),
        connected: () => {
          this.#connected = true
          this.#guard(() => this.#ready())
        },
        lost: () => this.end('ERROR'),
        channelOpen: () => this.#guard(() => this.#ready()),
        channelMessage: (raw) => this.#guard(() => this.#received(raw)),
        channelClosed: () => this.end('NORMAL_EXIT'),
        heard: (rms, ms) => this.#guard(() => this.#heard(rms, ms)),
      },
      {
        withVideo: !faults.takeOpening('no-video', this.clientLabel),
        withoutIce: faults.takeOpening('ice-failure', this.clientLabel) !== undefined,
      },
    )
  }

  #ready() {
    if (this.state !== 'connecting' || !this.#connected || !this.#peer?.channel.isOpen) return
    this.state = 'live'
    this.#signal('sessionready', '')
    this.conversation.greet()
    watchLimits({
      settings: this.parts.settings,
      warningMs: this.parts.reaping.warningMs,
      deadlines: this.#deadlines,
      now: this.parts.now,
      lastHeardAt: () => this.conversation.lastHeardAt,
      warn: (text) => this.#signal('warning', text),
      end: (reason) => this.end('CLOSED_BY_ENGINE', reason),
    })
    const fault = this.parts.faults.takeLive(this.clientLabel)
    if (fault) this.strike(fault)
  }

  #signallingGone() {
    // The SDK closes the data channel first when it stops; this is a network that broke, or a closed tab.
    this.#deadlines.set('lost', this.parts.reaping.lostMs, () => this.end('ERROR'))
  }

  #received(raw: unknown) {
    const message = this.conversation.receive(raw)
    if (message?.message_type === 'remote_rtp_stats') return
    this.received.push(message ?? raw)
    if (this.received.length > MOST_REMEMBERED_MESSAGES) this.received.shift()
  }

  #heard(rms: number, ms: number) {
    const { microphone } = this
    microphone.pieces++
    microphone.rms = rms
    microphone.max = Math.max(microphone.max, rms)
    if (this.state !== 'live') return
    this.conversation.hear(rms, ms)
    if (this.conversation.visitorSpeaks) microphone.heardSeconds += ms / 1000
  }

  #playFrame(seconds: number) {
    const { speaker, visitorSpeaks } = this.conversation
    const face = { seconds, speech: speaker.position, listening: visitorSpeaks }
    this.#peer?.playFrame(this.parts.face.frame(face))
    this.framesSent++
  }

  #log(what: unknown) {
    const text = what instanceof Error ? what.stack : String(what)
    this.parts.log(`session ${this.parts.record.id.slice(0, 8)} ${text}`)
  }

  /** What goes wrong in one session ends that session and nothing else. */
  #guard(work: () => unknown) {
    const fail = (error: unknown) => {
      this.#log(error)
      this.end('ERROR', 'Internal engine error')
    }
    try {
      const result = work()
      if (result instanceof Promise) result.catch(fail)
    } catch (error) {
      fail(error)
    }
  }
}
