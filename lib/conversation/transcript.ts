import type { ToolEnd, ToolUse } from '../tools/run-tool'
import { createCaptionTrack } from './caption'
import type { Caption } from './caption-sentence'
import { createStore, type Store } from './store'
import { toolWords } from './tool-words'
import type { Words } from './transport'

interface Entry {
  id: string
  /** Milliseconds since the conversation began. */
  at: number
}

/** Something that was said. */
export interface SaidTurn extends Entry {
  role: 'user' | 'persona'
  text: string
  final: boolean
  interrupted: boolean
  /** Typed while there was no connection; it is sent when there is one again. */
  pending?: true
}

/** Something that the persona did in the page, or wanted to do. */
export interface ToolTurn extends Entry, ToolUse {
  role: 'tool'
  state: 'running' | ToolEnd['state']
}

export type Turn = SaidTurn | ToolTurn

export const isSaid = (turn: Turn): turn is SaidTurn => turn.role !== 'tool'

/** A turn as the ledger keeps it. */
export interface TranscriptMessage {
  role: 'user' | 'persona' | 'tool'
  content: string
  at: number
  interrupted?: true
}

/** Turns and caption, outside React: words re-render only what shows words. */
export interface Transcript {
  turns: Store<readonly Turn[]>
  /** The sentence that the persona is saying, word by word. */
  caption: Store<Caption | undefined>
  /** What the turns' times count from, in milliseconds since 1970. */
  startedAt: () => number
  /** Empties it for a new conversation. */
  begin: (now: number) => void
  /** Times count from here: the persona is on the screen. */
  live: (now: number) => void
  /** A typed turn is shown at once: the engine does not send it back. */
  typed: (text: string, now: number, pending?: boolean) => void
  /** What waited for a connection is on its way now. Answers the texts, oldest first. */
  flush: () => string[]
  words: (words: Words, now: number) => void
  /** A tool is used; the returned function writes how it ended. */
  used: (use: ToolUse, now: number) => (end: ToolEnd) => void
  /** Nobody is in mid-sentence any more. */
  settle: () => void
  messages: () => TranscriptMessage[]
}

export function createTranscript(): Transcript {
  const turns = createStore<readonly Turn[]>([])
  const track = createCaptionTrack()
  let startedAt = 0
  let typedCount = 0
  let toolCount = 0

  const offset = (now: number) => Math.max(0, now - startedAt)

  function speak(messageId: string, text: string, final: boolean, interrupted: boolean) {
    if (text) track.hear(messageId, text)
    if (final) track.end(messageId, interrupted)
  }

  return {
    turns,
    caption: track.caption,
    startedAt: () => startedAt,
    begin(now) {
      startedAt = now
      turns.set([])
      track.clear()
    },
    live(now) {
      startedAt = now
    },
    typed(text, now, pending = false) {
      typedCount += 1
      const id = `typed-${typedCount}`
      const at = offset(now)
      const turn: SaidTurn = { id, role: 'user', text, at, final: true, interrupted: false }
      turns.set([...turns.get(), pending ? { ...turn, pending } : turn])
      track.clear()
    },
    flush() {
      const waiting = turns.get().filter(isPending)
      if (waiting.length > 0) {
        turns.set(turns.get().map((turn) => (isPending(turn) ? sent(turn) : turn)))
      }
      return waiting.map(({ text }) => text)
    },
    words({ messageId, role, text, final, interrupted }, now) {
      const all = turns.get()
      const index = all.findLastIndex((turn) => turn.id === messageId)
      const found = all[index]
      const known = found && isSaid(found) ? found : undefined
      // A later user message may carry an id that is already complete: it is a turn of its own.
      if (known && !(known.role === 'user' && known.final)) {
        const turn = {
          ...known,
          text: known.text + text,
          final: known.final || final,
          interrupted: known.interrupted || interrupted,
        }
        turns.set(all.with(index, turn))
        if (role === 'persona') speak(messageId, text, final, interrupted)
        return
      }
      // An interruption can arrive with nothing said yet.
      if (!text.trim()) return
      const id = found ? `${messageId}-${all.length}` : messageId
      turns.set([...all, { id, role, text, at: offset(now), final, interrupted }])
      if (role === 'persona') speak(messageId, text, final, interrupted)
      else track.clear()
    },
    used(use, now) {
      toolCount += 1
      const id = `tool-${toolCount}`
      turns.set([...turns.get(), { ...use, id, role: 'tool', at: offset(now), state: 'running' }])
      return (end) => {
        const index = turns.get().findLastIndex((turn) => turn.id === id)
        const turn = turns.get()[index]
        // It may belong to a conversation that is over, or have been settled.
        if (!turn || isSaid(turn) || turn.state !== 'running') return
        const detail = (end.state === 'done' && end.detail) || turn.detail
        turns.set(turns.get().with(index, { ...turn, detail, state: end.state }))
      }
    },
    settle() {
      track.clear()
      if (!turns.get().every(isSettled)) turns.set(turns.get().map(settled))
    },
    messages: () => turns.get().flatMap(message),
  }
}

const isPending = (turn: Turn): turn is SaidTurn => isSaid(turn) && turn.pending === true
const sent = ({ pending: _, ...turn }: SaidTurn): SaidTurn => turn

const isSettled = (turn: Turn) => (isSaid(turn) ? turn.final : turn.state !== 'running')

function settled(turn: Turn): Turn {
  if (isSettled(turn)) return turn
  return isSaid(turn) ? { ...turn, final: true } : { ...turn, state: 'failed' }
}

function message(turn: Turn): TranscriptMessage[] {
  const at = Math.round(turn.at)
  if (!isSaid(turn)) return [{ role: 'tool', content: toolWords(turn), at }]
  const content = turn.text.trim()
  if (!content || turn.pending) return []
  return [{ role: turn.role, content, at, ...(turn.interrupted && { interrupted: true }) }]
}
