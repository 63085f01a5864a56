import { createCaptionTrack } from './caption'
import type { Caption } from './caption-sentence'
import { createStore, type Store } from './store'
import type { Words } from './transport'

export interface Turn {
  id: string
  role: 'user' | 'persona'
  text: string
  /** Milliseconds since the conversation began. */
  at: number
  final: boolean
  interrupted: boolean
  /** Typed while there was no connection; it is sent when there is one again. */
  pending?: true
}

/** A turn as the ledger keeps it. */
export interface TranscriptMessage {
  role: 'user' | 'persona'
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
  /** Nobody is in mid-sentence any more. */
  settle: () => void
  messages: () => TranscriptMessage[]
}

export function createTranscript(): Transcript {
  const turns = createStore<readonly Turn[]>([])
  const track = createCaptionTrack()
  let startedAt = 0
  let typedCount = 0

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
      const turn: Turn = { id, role: 'user', text, at, final: true, interrupted: false }
      turns.set([...turns.get(), pending ? { ...turn, pending } : turn])
      track.clear()
    },
    flush() {
      const waiting = turns.get().filter((turn) => turn.pending)
      if (waiting.length > 0)
        turns.set(turns.get().map((turn) => (turn.pending ? sent(turn) : turn)))
      return waiting.map(({ text }) => text)
    },
    words({ messageId, role, text, final, interrupted }, now) {
      const all = turns.get()
      const index = all.findLastIndex((turn) => turn.id === messageId)
      const known = all[index]
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
      const id = known ? `${messageId}-${all.length}` : messageId
      turns.set([...all, { id, role, text, at: offset(now), final, interrupted }])
      if (role === 'persona') speak(messageId, text, final, interrupted)
      else track.clear()
    },
    settle() {
      track.clear()
      if (turns.get().some((turn) => !turn.final)) {
        turns.set(turns.get().map((turn) => (turn.final ? turn : { ...turn, final: true })))
      }
    },
    messages: () =>
      turns.get().flatMap(({ role, text, at, interrupted, pending }) => {
        const content = text.trim()
        if (!content || pending) return []
        return [{ role, content, at: Math.round(at), ...(interrupted && { interrupted }) }]
      }),
  }
}

const sent = ({ pending: _, ...turn }: Turn): Turn => turn
