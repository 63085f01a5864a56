import { describe, expect, it, vi } from 'vitest'
import { begin, gate, phase, type Room, room, settle, stillTime } from './testing/room'

stillTime()

const ring = vi.fn()

async function talkingWithTools() {
  ring.mockClear()
  const talk = room({}, undefined, { ring })
  begin(talk)
  await settle()
  return talk
}

let calls = 0
/** What the persona is told; a test looks at it after `settle`. */
function use({ transport }: Room, name: string, args: unknown) {
  calls += 1
  const told: { result?: string; error?: string } = {}
  transport.last.callTool({ id: `call-${calls}`, name, arguments: args }).then(
    (result) => {
      told.result = result
    },
    (error: Error) => {
      told.error = error.message
    },
  )
  return told
}

const shown = ({ conversation }: Room) => conversation.display.state.get()
const answer = (talk: Room, pick: number | undefined) =>
  talk.conversation.display.answer(shown(talk).asked?.id ?? -1, pick)
const lines = ({ conversation }: Room) => conversation.transcript.turns.get()

describe('a card', () => {
  it('is shown at once, told to the persona, and written down', async () => {
    const talk = await talkingWithTools()
    const told = use(talk, 'show_card', {
      title: 'Bologna',
      text: 'A town of arcades.',
      facts: [{ label: 'Region', value: 'Emilia-Romagna' }],
    })
    await settle()
    expect(shown(talk).card).toMatchObject({ title: 'Bologna', text: 'A town of arcades.' })
    expect(told.result).toContain('Bologna')
    expect(lines(talk)).toMatchObject([
      { role: 'tool', label: 'Show a card', detail: 'Bologna', state: 'done' },
    ])
    talk.conversation.display.closeCard()
    expect(shown(talk).card).toBeUndefined()
  })
})

describe('choices', () => {
  const offer = (talk: Room, question = 'Tea or coffee?') =>
    use(talk, 'offer_choices', { question, choices: ['Tea', 'Coffee'] })

  it('wait for the pick', async () => {
    const talk = await talkingWithTools()
    const told = offer(talk)
    await settle()
    expect(shown(talk).asked).toMatchObject({ kind: 'choices', choices: ['Tea', 'Coffee'] })
    expect(lines(talk)).toMatchObject([{ state: 'running' }])
    answer(talk, 1)
    await settle()
    expect(told.result).toContain('Coffee')
    expect(shown(talk).asked).toBeUndefined()
    expect(lines(talk)).toMatchObject([{ state: 'done', detail: 'Tea or coffee? Coffee' }])
  })

  it('may be closed without a pick', async () => {
    const talk = await talkingWithTools()
    const told = offer(talk)
    await settle()
    answer(talk, undefined)
    await settle()
    expect(told.error).toContain('without picking')
    expect(lines(talk)).toMatchObject([{ state: 'declined' }])
  })

  it('are given up when nobody picks', async () => {
    const talk = await talkingWithTools()
    const told = offer(talk)
    await vi.advanceTimersByTimeAsync(120_000)
    expect(told.error).toContain('did not answer')
    expect(shown(talk).asked).toBeUndefined()
    expect(lines(talk)).toMatchObject([{ state: 'unanswered' }])
  })

  it('are asked one after the other', async () => {
    const talk = await talkingWithTools()
    const [first, second] = [offer(talk, 'First?'), offer(talk, 'Second?')]
    await settle()
    expect(shown(talk).asked).toMatchObject({ question: 'First?' })
    answer(talk, 0)
    await settle()
    expect(first.result).toBeDefined()
    expect(shown(talk).asked).toMatchObject({ question: 'Second?' })
    answer(talk, 0)
    await settle()
    expect(second.result).toBeDefined()
  })
})

describe('a timer', () => {
  const tenSeconds = (talk: Room) => use(talk, 'set_timer', { seconds: 10, label: 'Eggs' })

  it('asks, runs, rings once, tells the persona, and stays until it is closed', async () => {
    const talk = await talkingWithTools()
    const told = tenSeconds(talk)
    await settle()
    expect(shown(talk)).toMatchObject({ asked: { kind: 'consent' }, timers: [] })
    answer(talk, 0)
    await settle()
    expect(told.result).toContain('ten seconds')
    expect(shown(talk).timers).toMatchObject([{ label: 'Eggs', isOver: false }])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(shown(talk).timers).toMatchObject([{ label: 'Eggs', isOver: true }])
    expect(ring).toHaveBeenCalledTimes(1)
    expect(talk.transport.last.context.at(-1)).toContain('is over')
    talk.conversation.display.closeTimer(shown(talk).timers[0]?.id ?? -1)
    expect(shown(talk).timers).toEqual([])
  })

  it('does not run when the visitor says no', async () => {
    const talk = await talkingWithTools()
    const told = tenSeconds(talk)
    await settle()
    answer(talk, undefined)
    await settle()
    expect(told.error).toBe('The visitor said no.')
    expect(shown(talk).timers).toEqual([])
  })

  it('does not ring after it was closed', async () => {
    const talk = await talkingWithTools()
    tenSeconds(talk)
    await settle()
    answer(talk, 0)
    await settle()
    talk.conversation.display.closeTimer(shown(talk).timers[0]?.id ?? -1)
    await vi.advanceTimersByTimeAsync(20_000)
    expect(ring).not.toHaveBeenCalled()
  })

  it('is not set for longer than the talk lasts, nor beside three others', async () => {
    const talk = await talkingWithTools()
    const long = use(talk, 'set_timer', { minutes: 11 })
    await settle()
    expect(long.error).toContain('ends before')
    for (let count = 0; count < 3; count += 1) {
      tenSeconds(talk)
      await settle()
      answer(talk, 0)
      await settle()
    }
    const fourth = tenSeconds(talk)
    await settle()
    expect(fourth.error).toContain('three timers')
  })

  it('is not set beside three others either when it was asked for before them', async () => {
    const talk = await talkingWithTools()
    const told = [1, 2, 3, 4].map(() => tenSeconds(talk))
    for (const _ of told) {
      await settle()
      answer(talk, 0)
    }
    await settle()
    expect(told[3]?.error).toContain('three timers')
    expect(shown(talk).timers).toHaveLength(3)
  })

  it('that is over while the connection is lost is told on the next one', async () => {
    const talk = await talkingWithTools()
    tenSeconds(talk)
    await settle()
    answer(talk, 0)
    await vi.advanceTimersByTimeAsync(9_970)
    const { opened, open } = gate()
    talk.transport.script.mint = opened
    talk.transport.last.tell({ type: 'closed', reason: 'connection_lost' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(shown(talk).timers).toMatchObject([{ isOver: true }])
    open()
    await vi.advanceTimersByTimeAsync(1_000)
    expect(phase(talk)).toBe('live')
    expect(talk.transport.sessions).toHaveLength(2)
    expect(talk.transport.last.context.join()).toContain('is over')
  })
})

describe('another language', () => {
  it('is listened for once the visitor agrees, on the next connection too', async () => {
    const talk = await talkingWithTools()
    const told = use(talk, 'change_language', { language: 'it' })
    await settle()
    expect(talk.transport.last.languages).toEqual([])
    answer(talk, 0)
    await settle()
    expect(told.result).toContain('Italian')
    expect(talk.transport.last.languages).toEqual(['it'])
    talk.transport.last.tell({ type: 'closed', reason: 'connection_lost' })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(talk.transport.sessions).toHaveLength(2)
    expect(talk.transport.last.languages).toEqual(['it'])
  })
})

describe('the end that the persona asks for', () => {
  const word = { type: 'words', messageId: 'bye', role: 'persona', interrupted: false } as const

  async function agreed() {
    const talk = await talkingWithTools()
    use(talk, 'end_conversation', {})
    await settle()
    answer(talk, 0)
    await settle()
    return talk
  }

  it('comes after its goodbye', async () => {
    const talk = await agreed()
    expect(phase(talk)).toBe('live')
    talk.transport.last.tell({ ...word, text: 'Goodbye', final: false })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(phase(talk)).toBe('live')
    talk.transport.last.tell({ ...word, text: '', final: true })
    await vi.advanceTimersByTimeAsync(1_000)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'persona' })
    expect(talk.ledger.ends).toMatchObject([{ reason: 'persona' }])
  })

  it('comes without one, too', async () => {
    const talk = await agreed()
    await vi.advanceTimersByTimeAsync(6_100)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'persona' })
  })

  it('does not come when the visitor keeps talking', async () => {
    const talk = await talkingWithTools()
    const told = use(talk, 'end_conversation', {})
    await settle()
    answer(talk, undefined)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(told.error).toBe('The visitor said no.')
    expect(phase(talk)).toBe('live')
  })

  it('of one conversation does not end the next', async () => {
    const talk = await agreed()
    talk.conversation.end()
    await settle()
    begin(talk)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(phase(talk)).toBe('live')
  })
})

describe('a call that cannot be answered', () => {
  it.each([
    ['an unknown tool', 'launch_rocket', {}, 'no tool'],
    ['arguments that do not fit', 'set_timer', { seconds: 'ten' }, 'do not fit'],
    ['no arguments', 'show_card', undefined, 'do not fit'],
    ['arguments as text', 'look_up_help', '{"topic":"mute"}', 'do not fit'],
  ])('for %s tells the persona why', async (_, name, args, why) => {
    const talk = await talkingWithTools()
    const told = use(talk, name, args)
    await settle()
    expect(told.error).toContain(why)
    expect(lines(talk)).toMatchObject([{ role: 'tool', state: 'failed' }])
  })

  it('since the connection was lost ends there, and its question is gone', async () => {
    const talk = await talkingWithTools()
    const told = use(talk, 'set_timer', { seconds: 10 })
    await settle()
    expect(shown(talk).asked).toBeDefined()
    talk.transport.last.tell({ type: 'closed', reason: 'connection_lost' })
    await settle()
    expect(told.error).toContain('cut off')
    expect(shown(talk).asked).toBeUndefined()
    expect(lines(talk)).toMatchObject([{ state: 'failed' }])
  })

  it('since the conversation ended leaves nothing behind', async () => {
    const talk = await talkingWithTools()
    use(talk, 'show_card', { title: 'Bologna', text: 'Arcades.' })
    const told = use(talk, 'offer_choices', { question: 'Which?', choices: ['a', 'b'] })
    await settle()
    const late = talk.transport.last.callTool
    talk.conversation.end()
    await settle()
    expect(told.error).toContain('cut off')
    expect(shown(talk)).toEqual({ card: undefined, asked: undefined, timers: [] })
    expect(talk.ledger.ends[0]?.messages).toMatchObject([
      { role: 'tool', content: 'Show a card: Bologna' },
      { role: 'tool', content: 'Offer choices: Which? (Did not work)' },
    ])
    begin(talk)
    await settle()
    const card = { title: 'Late', text: 'Late.' }
    await expect(late({ id: 'late', name: 'show_card', arguments: card })).rejects.toThrow()
    expect(shown(talk).card).toBeUndefined()
    expect(lines(talk)).toEqual([])
  })
})
