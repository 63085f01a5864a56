import type { Feedback } from '@/lib/conversation/ledger-client'
import { createStore, type Store } from '@/lib/conversation/store'

export interface Rating {
  rating: Feedback['rating'] | undefined
  /** What was sent with it, as far as anything was; the empty string otherwise. */
  comment: string
  saving: 'no' | 'saving' | 'kept' | 'failed'
}

/** What a visitor says of one conversation. The server keeps only the last of what is sent. */
export interface RatingStore {
  state: Store<Rating>
  /** Sent at once. The same rating again sends nothing, unless it could not be kept. */
  rate: (rating: Feedback['rating']) => void
  /** Goes with the rating that is given already; without one it does nothing. */
  add: (comment: string) => void
  /** Sends once more what could not be kept. */
  retry: () => void
}

/** `send` answers whether it was kept. */
export function createRating(send: (feedback: Feedback) => Promise<boolean>): RatingStore {
  const state = createStore<Rating>({ rating: undefined, comment: '', saving: 'no' })
  let sending: Promise<unknown> = Promise.resolve()

  function save(rating: Feedback['rating'], comment: string) {
    const mine: Rating = { rating, comment, saving: 'saving' }
    state.set(mine)
    // One after the other: the last one that arrives is the one that is kept.
    sending = sending
      .then(() => send({ rating, ...(comment && { comment }) }))
      .catch(() => false)
      .then((isKept) => {
        if (state.get() === mine) state.set({ ...mine, saving: isKept ? 'kept' : 'failed' })
      })
  }

  return {
    state,
    rate(rating) {
      const now = state.get()
      if (now.rating === rating && now.saving !== 'failed') return
      save(rating, now.comment)
    },
    add(comment) {
      const { rating } = state.get()
      if (rating) save(rating, comment.trim())
    },
    retry() {
      const { rating, comment, saving } = state.get()
      if (rating && saving === 'failed') save(rating, comment)
    },
  }
}
