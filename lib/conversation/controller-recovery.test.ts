import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import { liveTracks, page, phase, type Room, settle, stillTime, talking } from './testing/room'

stillTime()

const lose = ({ transport }: Room) =>
  transport.last.tell({ type: 'closed', reason: 'connection_lost' })
const words = (messageId: string, text: string) =>
  ({ type: 'words', role: 'persona', messageId, text, final: true, interrupted: false }) as const

describe('a lost connection', () => {
  it('is opened again with a new token, in place of the old session', async () => {
    const talk = await talking()
    lose(talk)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'reconnecting', how: 'lost' })
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', sessionId: 'session-2' })
    expect(talk.transport.requests[1]).toEqual({ personaId: 'mira', continues: 'session-1' })
    expect(talk.transport.mostOpen).toBe(1)
    expect(liveTracks().length).toBeGreaterThan(0)
  })

  it('tells the persona what was said, and keeps it all in the last session', async () => {
    const talk = await talking()
    talk.conversation.say('My name is Ada')
    talk.transport.last.tell(words('p1', 'Hello Ada'))
    lose(talk)
    await settle()
    expect(talk.transport.last.context).toHaveLength(1)
    expect(talk.transport.last.context[0]).toMatch(/Visitor: My name is Ada\nYou: Hello Ada/)
    talk.conversation.end()
    await settle()
    expect(talk.ledger.ends).toMatchObject([
      { sessionId: 'session-1', reason: 'connection_lost', messages: [] },
      { sessionId: 'session-2', reason: 'visitor', messages: [{}, { content: 'Hello Ada' }] },
    ])
  })

  it('sends what was typed meanwhile once it stands again', async () => {
    const talk = await talking()
    lose(talk)
    expect(talk.conversation.say('Are you still there?')).toBe(true)
    expect(talk.conversation.transcript.turns.get()).toMatchObject([{ pending: true }])
    await settle()
    expect(talk.transport.last.said).toEqual(['Are you still there?'])
    expect(talk.conversation.transcript.turns.get()[0]).not.toHaveProperty('pending')
  })

  it('leaves a visitor muted who was', async () => {
    const talk = await talking()
    talk.conversation.setMuted(true)
    lose(talk)
    await settle()
    expect(talk.transport.last).toMatchObject({ id: 'session-2', muted: true })
    expect(talk.conversation.state.get()).toMatchObject({ muted: true })
  })

  it('is tried for again and again, then given up, with everything kept', async () => {
    const talk = await talking()
    talk.conversation.say('Keep this')
    talk.transport.script.failMint = 'offline'
    lose(talk)
    await vi.advanceTimersByTimeAsync(limits.reconnect + 100)
    expect(talk.conversation.state.get()).toMatchObject({
      phase: 'failed',
      failure: { code: 'connection_lost' },
    })
    expect(talk.transport.minted).toBeGreaterThan(4)
    expect(talk.ledger.ends.at(-1)).toMatchObject({
      sessionId: 'session-1',
      messages: [{ content: 'Keep this' }],
    })
    expect(liveTracks()).toHaveLength(0)
  })

  it('is not tried for where trying cannot help', async () => {
    const talk = await talking()
    talk.transport.script.failMint = 'rate_limited'
    lose(talk)
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ failure: { code: 'rate_limited' } })
    expect(talk.transport.minted).toBe(2)
  })

  it('can be ended by the visitor while it is opened, and stays ended', async () => {
    const talk = await talking()
    lose(talk)
    talk.conversation.end()
    await vi.advanceTimersByTimeAsync(limits.reconnect)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'visitor' })
    expect(talk.transport.open).toHaveLength(0)
    expect(liveTracks()).toHaveLength(0)
  })

  it('is not opened more often than a conversation may cost', async () => {
    const talk = await talking()
    for (let n = 0; n < limits.reconnects; n += 1) {
      lose(talk)
      await settle()
      expect(phase(talk)).toBe('live')
    }
    lose(talk)
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ failure: { code: 'connection_lost' } })
    expect(talk.transport.minted).toBe(limits.reconnects + 1)
  })

  it('does not make a talk longer', async () => {
    const talk = await talking({ maxSessionSeconds: 60 })
    await vi.advanceTimersByTimeAsync(50_000)
    lose(talk)
    await vi.advanceTimersByTimeAsync(10_200)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'time_limit' })
  })
})

describe('a picture that stands still', () => {
  it('that does not come back is a lost connection', async () => {
    const talk = await talking()
    talk.transport.last.tell({ type: 'unstable' })
    await vi.advanceTimersByTimeAsync(limits.frozen - 10)
    expect(talk.transport.minted).toBe(1)
    await vi.advanceTimersByTimeAsync(50)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', sessionId: 'session-2' })
  })

  it('that comes back costs nothing', async () => {
    const talk = await talking()
    talk.transport.last.tell({ type: 'unstable' })
    await vi.advanceTimersByTimeAsync(limits.frozen - 10)
    talk.transport.last.tell({ type: 'stable' })
    await vi.advanceTimersByTimeAsync(limits.frozen)
    expect(talk.transport.minted).toBe(1)
    expect(phase(talk)).toBe('live')
  })

  it('is given up sooner when the network is back', async () => {
    const talk = await talking()
    talk.transport.last.tell({ type: 'unstable' })
    page.dispatchEvent(new Event('online'))
    await vi.advanceTimersByTimeAsync(limits.onlineAgain + 20)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', sessionId: 'session-2' })
  })
})
