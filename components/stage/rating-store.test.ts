import { describe, expect, it } from 'vitest'
import type { Feedback } from '@/lib/conversation/ledger-client'
import { createRating } from './rating-store'

/** A server that answers one by one, when it is told to. */
function slowServer() {
  const asked: { feedback: Feedback; answer: (isKept: boolean) => Promise<void> }[] = []
  const send = (feedback: Feedback) =>
    new Promise<boolean>((resolve) => {
      const answer = async (isKept: boolean) => {
        resolve(isKept)
        for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
      }
      asked.push({ feedback, answer })
    })
  return { asked, send }
}

const settled = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

describe('a rating', () => {
  it('is sent at the press and kept when the server has it', async () => {
    const { asked, send } = slowServer()
    const rating = createRating(send)
    rating.rate('good')
    await settled()
    expect(asked[0]?.feedback).toEqual({ rating: 'good' })
    expect(rating.state.get()).toEqual({ rating: 'good', comment: '', saving: 'saving' })
    await asked[0]?.answer(true)
    expect(rating.state.get().saving).toBe('kept')
  })

  it('is not sent twice by the same press', async () => {
    const { asked, send } = slowServer()
    const rating = createRating(send)
    rating.rate('good')
    rating.rate('good')
    await settled()
    await asked[0]?.answer(true)
    rating.rate('good')
    await settled()
    expect(asked).toHaveLength(1)
  })

  it('says so when it could not be kept, and is sent once more', async () => {
    const { asked, send } = slowServer()
    const rating = createRating(send)
    rating.rate('poor')
    await settled()
    await asked[0]?.answer(false)
    expect(rating.state.get()).toMatchObject({ rating: 'poor', saving: 'failed' })
    rating.retry()
    await settled()
    await asked[1]?.answer(true)
    expect(rating.state.get()).toMatchObject({ rating: 'poor', saving: 'kept' })
  })

  it('that is changed quickly arrives in the order of the presses', async () => {
    const { asked, send } = slowServer()
    const rating = createRating(send)
    rating.rate('good')
    rating.rate('poor')
    await settled()
    expect(asked.map(({ feedback }) => feedback.rating)).toEqual(['good'])
    await asked[0]?.answer(true)
    expect(rating.state.get()).toMatchObject({ rating: 'poor', saving: 'saving' })
    expect(asked.map(({ feedback }) => feedback.rating)).toEqual(['good', 'poor'])
    await asked[1]?.answer(true)
    expect(rating.state.get()).toMatchObject({ rating: 'poor', saving: 'kept' })
  })
})

describe('a comment', () => {
  it('needs a rating to go with', async () => {
    const { asked, send } = slowServer()
    createRating(send).add('Hello')
    await settled()
    expect(asked).toEqual([])
  })

  it('goes with the rating, and stays with it when the rating changes', async () => {
    const { asked, send } = slowServer()
    const rating = createRating(send)
    rating.rate('good')
    await settled()
    await asked[0]?.answer(true)
    rating.add('  A pause before each answer  ')
    await settled()
    await asked[1]?.answer(true)
    rating.rate('poor')
    await settled()
    const comment = 'A pause before each answer'
    expect(asked[1]?.feedback).toEqual({ rating: 'good', comment })
    expect(asked[2]?.feedback).toEqual({ rating: 'poor', comment })
  })
})
