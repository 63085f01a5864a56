import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChatAction, reduceChat } from './chat-machine'
import { type ChatState, initialChat, isAnswering } from './chat-state'

const stateAfter = (...actions: ChatAction[]) => actions.reduce(reduceChat, initialChat)

const asked: ChatAction[] = [
  { type: 'SEND', text: 'Hello', at: 1 },
  { type: 'SESSION', generation: 1, sessionId: 's-1' },
]
const words = (text: string, generation = 1): ChatAction => ({
  type: 'WORDS',
  generation,
  text,
  reasoning: '',
  at: 2,
})
const done = (generation = 1): ChatAction => ({
  type: 'DONE',
  generation,
  finish: 'complete',
  at: 3,
})

describe('a chat', () => {
  it('goes from a question over its words to an answer', () => {
    expect(stateAfter(...asked).phase).toBe('sending')
    expect(stateAfter(...asked, words('Hi')).phase).toBe('streaming')
    expect(stateAfter(...asked, words('Hi'), done())).toMatchObject({
      phase: 'done',
      turns: [
        { role: 'user', sessionId: 's-1' },
        { text: 'Hi', end: 'complete', sessionId: 's-1' },
      ],
    })
  })

  it('says why there is nothing, where an answer was withheld', () => {
    const state = stateAfter(...asked, { type: 'DONE', generation: 1, finish: 'filtered', at: 2 })
    expect(state).toMatchObject({ phase: 'done', turns: [{}, { text: '', end: 'filtered' }] })
  })

  it('keeps the words of an answer that fails, and counts nothing as said that was not', () => {
    const failed: ChatAction = {
      type: 'FAILED',
      generation: 1,
      failure: { code: 'connection_lost' },
      at: 3,
    }
    expect(stateAfter(...asked, words('Hi'), failed).turns).toMatchObject([{}, { end: 'broken' }])
    expect(stateAfter(...asked, failed).turns).toHaveLength(1)
  })

  it('does not change while nothing is to be changed', () => {
    const state = stateAfter(...asked, words('Hi'), done())
    for (const idle of [
      { type: 'STOP', at: 9 },
      { type: 'BRING_BACK' },
      { type: 'EDIT', id: 'answer-1', text: 'No', at: 9 },
      words('late'),
      done(),
    ] satisfies ChatAction[]) {
      expect(reduceChat(state, idle)).toBe(state)
    }
  })
})

const generation = fc.integer({ min: 0, max: 6 })
const text = fc.constantFrom('', ' ', 'a', 'b')
const at = fc.constant(1)
const action: fc.Arbitrary<ChatAction> = fc.oneof(
  fc.record({ type: fc.constant('SEND' as const), text, at }),
  fc.record({
    type: fc.constant('EDIT' as const),
    id: generation.map((count) => `message-${count}`),
    text,
    at,
  }),
  fc.constantFrom<ChatAction>(
    { type: 'RETRY' },
    { type: 'BRING_BACK' },
    { type: 'STOP', at: 1 },
    { type: 'NEW_CHAT' },
    { type: 'FORK' },
    { type: 'NEXT_SESSION' },
  ),
  fc.record({ type: fc.constant('WORDS' as const), generation, text, reasoning: text, at }),
  fc.record({
    type: fc.constant('SESSION' as const),
    generation,
    sessionId: fc.constantFrom('s-1', 's-2'),
  }),
  fc.record({
    type: fc.constant('DONE' as const),
    generation,
    finish: fc.constantFrom('complete' as const, 'length' as const, 'filtered' as const),
    at,
  }),
  fc.record({
    type: fc.constant('FAILED' as const),
    generation,
    failure: fc.constant({ code: 'internal' as const }),
    at,
  }),
)

/** What is true in every state. */
function expectSound(state: ChatState) {
  const ids = state.turns.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  // Whoever is answered has asked.
  if (isAnswering(state)) expect(state.turns.at(-1)?.role).toBe('user')
  expect(state.turns[0]?.role ?? 'user').toBe('user')
  if (state.phase === 'streaming') expect(ids).not.toContain(state.answer.id)
}

describe('whatever happens, in whatever order', () => {
  it('the chat is sound, and stopping stops it', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
        let state: ChatState = initialChat
        for (const next of actions) {
          const before = state
          state = reduceChat(state, next)
          expectSound(state)
          expect(state.generation).toBeGreaterThanOrEqual(before.generation)
          if ('generation' in next && next.generation !== before.generation) {
            expect(state).toBe(before)
          }
        }
        expect(isAnswering(reduceChat(state, { type: 'STOP', at: 2 }))).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})
