import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import { begin, liveTracks, phase, room, settle, stillTime, talking, video } from './testing/room'

stillTime()

describe('a vendor whose lines are all taken', () => {
  it('is waited for with its guess, and the talk begins by itself', async () => {
    let isBusy = true
    const talk = room({ busy: () => isBusy })
    begin(talk)
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({
      phase: 'waiting',
      estimateSeconds: undefined,
    })
    await vi.advanceTimersByTimeAsync(30_000)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'waiting', estimateSeconds: 4 })
    expect(phase(talk)).toBe('waiting')
    expect(talk.transport.minted, 'only looking costs nothing').toBe(1)
    isBusy = false
    await vi.advanceTimersByTimeAsync(limits.queueLook.longest)
    expect(phase(talk)).toBe('live')
    expect(talk.transport.minted).toBe(2)
  })

  it('can be left, and nothing begins later', async () => {
    let isBusy = true
    const talk = room({ busy: () => isBusy })
    begin(talk)
    await settle()
    talk.conversation.cancel()
    expect(phase(talk)).toBe('idle')
    isBusy = false
    await vi.advanceTimersByTimeAsync(60_000)
    expect(phase(talk)).toBe('idle')
    expect(talk.transport.minted).toBe(1)
    expect(liveTracks()).toHaveLength(0)
  })

  it('is given up after a while', async () => {
    const talk = room({ busy: () => true })
    begin(talk)
    await vi.advanceTimersByTimeAsync(limits.queue + limits.queueLook.longest)
    expect(talk.conversation.state.get()).toMatchObject({ failure: { code: 'vendor_busy' } })
    expect(liveTracks()).toHaveLength(0)
  })
})

describe('an empty chair', () => {
  it('is asked after, and the talk ends when nobody answers', async () => {
    const talk = await talking()
    await vi.advanceTimersByTimeAsync(limits.alone)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live' })
    expect(talk.conversation.state.get()).toHaveProperty('leavesAt', expect.any(Number))
    await vi.advanceTimersByTimeAsync(limits.aloneAnswer + 10)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'nobody_there' })
    expect(talk.ledger.ends).toMatchObject([{ reason: 'nobody_there' }])
  })

  it.each([
    ['a press', (talk) => talk.conversation.here()],
    ['a word', (talk) => talk.transport.last.tell({ type: 'visitor-speech', on: true })],
    ['a typed line', (talk) => talk.conversation.say('Yes')],
  ] satisfies [string, (talk: Awaited<ReturnType<typeof talking>>) => unknown][])(
    'is not empty after %s',
    async (_, act) => {
      const talk = await talking()
      await vi.advanceTimersByTimeAsync(limits.alone + 1_000)
      act(talk)
      expect(talk.conversation.state.get()).toMatchObject({ leavesAt: undefined })
      await vi.advanceTimersByTimeAsync(limits.alone - 1_000)
      expect(phase(talk)).toBe('live')
    },
  )
})

describe('talking elsewhere', () => {
  it('can be ended from here', async () => {
    const talk = room()
    talk.conversation.start({ invitation: { personaId: 'mira' }, video, takeOver: true })
    await settle()
    expect(talk.transport.requests).toEqual([{ personaId: 'mira', takeOver: true }])
  })

  it('is what the server believes of a talk whose end it never heard of', async () => {
    const talk = await talking()
    talk.ledger.takesReports = false
    talk.conversation.end()
    await settle()
    talk.conversation.start({ invitation: { personaId: 'mira' }, video })
    await settle()
    expect(talk.transport.requests.at(-1)).toEqual({ personaId: 'mira', takeOver: true })
  })

  it('is the reason that the other place is told', async () => {
    const talk = await talking()
    talk.ledger.reasons.set('session-1', 'taken_over')
    talk.transport.last.tell({ type: 'closed', reason: 'server_ended' })
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'taken_over' })
  })
})

describe('the transcript', () => {
  it('is kept, and where that fails it can be sent again', async () => {
    const talk = await talking()
    talk.conversation.say('Remember this')
    talk.ledger.takesReports = false
    talk.conversation.end()
    await settle()
    expect(talk.conversation.kept.get()).toBe('failed')
    talk.ledger.takesReports = true
    await talk.conversation.saveAgain()
    expect(talk.conversation.kept.get()).toBe('kept')
    expect(talk.ledger.ends.at(-1)).toMatchObject({ messages: [{ content: 'Remember this' }] })
  })
})
