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

interface Caption {
  spoken: string
  /** Known words that are not heard yet; empty where the vendor sends words as they are spoken. */
  upcoming: string
}

/** Turns and caption, outside React: words re-render only what shows words. */
export interface Transcript {
  turns: Store<readonly Turn[]>
  caption: Store<Caption | undefined>
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
  const caption = createStore<Caption | undefined>(undefined)
  let startedAt = 0
  let typedCount = 0
  let clearing: ReturnType<typeof setTimeout> | undefined

  const offset = (now: number) => Math.max(0, now - startedAt)

  function show(text: string, clearAfterMs?: number) {
    clearTimeout(clearing)
    const spoken = lastSentence(text)
    if (caption.get()?.spoken !== spoken) {
      caption.set(spoken ? { spoken, upcoming: '' } : undefined)
    }
    if (clearAfterMs) clearing = setTimeout(() => caption.set(undefined), clearAfterMs)
  }

  return {
    turns,
    caption,
    begin(now) {
      startedAt = now
      turns.set([])
      show('')
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
      show('')
    },
    flush() {
      const waiting = turns.get().filter((turn) => turn.pending)
      if (waiting.length > 0) turns.set(turns.get().map(({ pending: _, ...turn }) => turn))
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
        if (role === 'persona') show(turn.text, final ? 4000 : undefined)
        return
      }
      // An interruption can arrive with nothing said yet.
      if (!text.trim()) return
      const id = known ? `${messageId}-${all.length}` : messageId
      turns.set([...all, { id, role, text, at: offset(now), final, interrupted }])
      if (role === 'persona') show(text, final ? 4000 : undefined)
      else show('')
    },
    settle() {
      clearTimeout(clearing)
      caption.set(undefined)
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

/** What fits on the caption's two lines: the sentence that is being spoken, or its end. */
export function lastSentence(text: string, limit = 160): string {
  const sentences = text.trim().split(/(?<=[.!?…。！？])\s+/)
  const sentence = sentences.at(-1) ?? ''
  if (sentence.length <= limit) return sentence
  const tail = sentence.slice(-limit)
  return tail.slice(tail.indexOf(' ') + 1)
}
