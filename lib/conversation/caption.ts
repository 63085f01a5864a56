import { advance, complete, cutOff, hear, isWaiting, type Pace, unheard } from './caption-pace'
import { type Caption, sentenceAt } from './caption-sentence'
import { createStore, type Store } from './store'

/** How long the last sentence can still be read, in milliseconds. */
const lingers = 4_000

export interface CaptionTrack {
  caption: Store<Caption | undefined>
  /** New words of a message of the persona. */
  hear: (messageId: string, text: string) => void
  /** The message is over; of another message than the last one this says nothing. */
  end: (messageId: string, interrupted: boolean) => void
  /** Nobody is speaking, or somebody else. */
  clear: () => void
}

/** Turns words as they arrive into the sentence as it is spoken. Reads the clock `now` in milliseconds. */
export function createCaptionTrack(now: () => number = Date.now): CaptionTrack {
  const caption = createStore<Caption | undefined>(undefined)
  let pace: Pace = unheard
  let speakingId: string | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function show() {
    const next = sentenceAt(pace.text, pace.said)
    const shown = caption.get()
    if (shown?.spoken === next?.spoken && shown?.upcoming === next?.upcoming) return
    caption.set(next)
  }

  function speak() {
    clearTimeout(timer)
    pace = advance(pace, now())
    show()
    if (isWaiting(pace)) timer = setTimeout(speak, Math.max(0, pace.due - now()))
  }

  function clear() {
    clearTimeout(timer)
    pace = unheard
    speakingId = undefined
    caption.set(undefined)
  }

  return {
    caption,
    hear(messageId, text) {
      if (messageId !== speakingId) pace = unheard
      speakingId = messageId
      pace = hear(pace, text, now())
      speak()
    },
    end(messageId, interrupted) {
      if (messageId !== speakingId) return
      clearTimeout(timer)
      pace = interrupted ? cutOff(pace) : complete(pace)
      show()
      timer = setTimeout(clear, lingers)
    },
    clear,
  }
}
