import { newId } from '../engine/new-id'
import type { Outlet } from '../engine/outlet'
import type { ReplyFault } from '../faults/fault'
import { SAMPLE_RATE } from '../speech/synthesise'
import type { Voice } from '../token/session-settings'
import { sendBadFrame } from './bad-frame'
import { type Piece, soundFrames } from './sound-frames'

/** Sent this far ahead of the moment at which it would be heard: about in real time, with no gap. */
const AHEAD_MS = 400
const TICK_MS = 40
/** At most so much at once, however fast it is to go: others have to be heard, too. */
const MOST_AT_ONCE_MS = 4_000
/** A fault strikes after this much sound. */
const FAULT_AFTER_MS = 500

export interface ReplyParts {
  outlet: Outlet
  voice: Voice
  /** Times real time. */
  pace: number
  text: string
  fault: ReplyFault | undefined
  /** Seconds of sound that were sent. */
  spend: (seconds: number) => void
  ended: (status: 'completed' | 'cancelled') => void
}

/** One reply as it is streamed: `response.created`, words and sound in step, `response.done`. */
export class Reply {
  readonly id = newId('resp')
  readonly #itemId = newId('item')
  readonly #pieces: Generator<Piece>
  #fault: ReplyFault | undefined
  #timer: NodeJS.Timeout | undefined
  #beganAt = 0
  #sentMs = 0
  #isOver = false
  #isDone = false

  constructor(private readonly parts: ReplyParts) {
    const { outlet, text, voice, fault } = parts
    this.#fault = fault
    const odd = fault?.kind === 'bad-frame' && fault.frame === 'odd-bytes'
    this.#pieces = soundFrames(text, voice, odd)
    outlet.send(
      'response.created',
      { response: { id: this.id } },
      { response: { object: 'realtime.response', status: 'in_progress', output: [] } },
    )
  }

  /** Speaks, after a while in which it can still be cancelled. */
  begin(afterMs: number) {
    this.#timer = setTimeout(() => {
      this.#beganAt = performance.now()
      this.#timer = setInterval(() => this.#tick(), TICK_MS)
      this.#tick()
    }, afterMs)
  }

  cancel() {
    this.#end('cancelled')
  }

  /** Without a word: the connection is gone. */
  drop() {
    clearTimeout(this.#timer)
    this.#isOver = true
  }

  #tick() {
    const played = (performance.now() - this.#beganAt) * this.parts.pace
    const due = Math.min(played + AHEAD_MS, this.#sentMs + MOST_AT_ONCE_MS)
    while (!this.#isOver && this.#sentMs < due) {
      if (this.#fault && this.#sentMs >= FAULT_AFTER_MS) this.#strike()
      if (this.#isOver) return
      const { value } = this.#pieces.next()
      if (!value) return this.#end('completed')
      this.#send(value)
    }
  }

  #send(piece: Piece) {
    const { outlet, spend } = this.parts
    const place = { output_index: 0, content_index: 0 }
    const item = { response_id: this.id, item_id: this.#itemId }
    if ('words' in piece) {
      const words = { delta: piece.words }
      outlet.send('response.output_audio_transcript.delta', words, { ...item, ...place })
      return
    }
    const delta = piece.sound.toString('base64')
    const seconds = piece.sound.length / 2 / SAMPLE_RATE
    this.#sentMs += seconds * 1_000
    outlet.send('response.output_audio.delta', { ...item, delta }, place)
    spend(seconds)
  }

  #strike() {
    const { outlet } = this.parts
    const fault = this.#fault
    this.#fault = undefined
    if (fault?.kind === 'close') outlet.close(fault.code)
    if (fault?.kind === 'stall') outlet.stalled = true
    if (fault?.kind !== 'bad-frame') return
    if (fault.frame === 'early-done') this.#sayDone('completed')
    else sendBadFrame(outlet, fault.frame, { response_id: this.id, item_id: this.#itemId })
  }

  #end(status: 'completed' | 'cancelled') {
    if (this.#isOver) return
    this.drop()
    this.#sayDone(status)
    this.parts.ended(status)
  }

  #sayDone(status: 'completed' | 'cancelled') {
    if (this.#isDone) return
    this.#isDone = true
    this.parts.outlet.send(
      'response.done',
      { response: { id: this.id, status } },
      { response: { object: 'realtime.response', output: [] } },
    )
  }
}
