import type { Card, Choices, Question } from '../tools/host'
import { createDisplayQuestions } from './display-questions'
import { createDisplayTimers, type RunningTimer } from './display-timers'
import { createStore, type Store } from './store'

/** A question that waits for the person. */
export type Asked = { id: number } & (
  | ({ kind: 'consent' } & Question)
  | ({ kind: 'choices' } & Choices)
)

export interface ShownCard extends Card {
  id: number
}

/** What the persona's tools have put on the stage. */
export interface Display {
  card: ShownCard | undefined
  /** The oldest one that is open. */
  asked: Asked | undefined
  timers: readonly RunningTimer[]
}

/** The same, as the room handles it. */
export interface StageDisplay {
  state: Store<Display>
  closeCard: () => void
  /** The pick, by its place; consent is 0. undefined: none of them, or no. */
  answer: (id: number, pick: number | undefined) => void
  closeTimer: (id: number) => void
}

const nothing: Display = { card: undefined, asked: undefined, timers: [] }

/** Outside React: what is on the stage renders only what shows it. */
export function createDisplay(ring: () => void) {
  const state = createStore(nothing)
  const change = (next: Partial<Display>) => state.set({ ...state.get(), ...next })
  let count = 0
  const newId = () => {
    count += 1
    return count
  }
  const questions = createDisplayQuestions((asked) => change({ asked }))
  const timers = createDisplayTimers((timers) => change({ timers }), ring)

  const forPeople: StageDisplay = {
    state,
    closeCard: () => change({ card: undefined }),
    answer: questions.answer,
    closeTimer: timers.close,
  }
  return {
    forPeople,
    showCard: (card: Card) => change({ card: { ...card, id: newId() } }),
    ask: async (question: Question, signal: AbortSignal) =>
      (await questions.open({ ...question, kind: 'consent', id: newId() }, signal)) !== undefined,
    async choose(choices: Choices, signal: AbortSignal) {
      const pick = await questions.open({ ...choices, kind: 'choices', id: newId() }, signal)
      return pick === undefined ? undefined : choices.choices[pick]
    },
    startTimer: (timer: { label: string; seconds: number }, onOver: () => void) =>
      timers.start({ ...timer, id: newId() }, onOver),
    /** Nothing of this conversation is seen in the next one. */
    clear() {
      timers.clear()
      state.set(nothing)
    },
  }
}
