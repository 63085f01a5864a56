import type { Schedule } from './next-frame'

interface Words {
  text: string
  reasoning: string
}

/** Collects words, however small their pieces, and hands them on once per picture. */
export interface WordBuffer {
  add: (words: Partial<Words>) => void
  /** Hands on what has come so far, now. */
  flush: () => void
  /** What has not been handed on is dropped. */
  drop: () => void
}

export function createWordBuffer(onWords: (words: Words) => void, schedule: Schedule): WordBuffer {
  let text = ''
  let reasoning = ''
  let cancel: (() => void) | undefined

  function drop() {
    cancel?.()
    cancel = undefined
    text = ''
    reasoning = ''
  }

  function flush() {
    const words = { text, reasoning }
    drop()
    if (words.text || words.reasoning) onWords(words)
  }

  return {
    add(words) {
      text += words.text ?? ''
      reasoning += words.reasoning ?? ''
      cancel ??= schedule(flush)
    },
    flush,
    drop,
  }
}
