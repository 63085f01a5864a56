import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import {
  begin,
  gate,
  liveTracks,
  openedTracks,
  page,
  phase,
  room,
  settle,
  stillTime,
  talking,
} from './testing/room'

stillTime()

describe('cancelling', () => {
  it('during the mint is idle at once, and the late session is reported ended', async () => {
    const answer = gate()
    const talk = room({ mint: answer.opened })
    begin(talk)
    await settle()
    talk.conversation.cancel()
    expect(phase(talk)).toBe('idle')
    answer.open()
    await settle()
    expect(talk.transport.sessions).toHaveLength(0)
    expect(talk.ledger.ends).toMatchObject([{ sessionId: 'session-1', reason: 'cancelled' }])
    expect(liveTracks()).toHaveLength(0)
  })

  it('while connecting closes what was being opened', async () => {
    const answer = gate()
    const talk = room({ connect: answer.opened })
    begin(talk)
    await settle()
    talk.conversation.cancel()
    expect(phase(talk)).toBe('idle')
    answer.open()
    await settle()
    expect(talk.transport.open).toHaveLength(0)
    expect(liveTracks()).toHaveLength(0)
  })

  it('lets the next start wait until the place is free again', async () => {
    const answer = gate()
    const talk = room({ mint: answer.opened })
    begin(talk)
    await settle()
    talk.conversation.cancel()
    begin(talk)
    await settle()
    expect(talk.transport.minted).toBe(1)
    answer.open()
    await settle()
    expect(talk.ledger.ends).toMatchObject([{ sessionId: 'session-1' }])
    expect(talk.transport.last.id).toBe('session-2')
    expect(phase(talk)).toBe('live')
  })
})

describe('talking', () => {
  it('tells who speaks', async () => {
    const talk = await talking()
    const words = { messageId: 'p1', role: 'persona', text: 'Hi', interrupted: false } as const
    talk.transport.last.tell({ type: 'words', ...words, final: false })
    expect(talk.conversation.state.get()).toMatchObject({ personaSpeaking: true })
    talk.transport.last.tell({ type: 'words', ...words, final: true })
    expect(talk.conversation.state.get()).toMatchObject({ personaSpeaking: false })
  })

  it('changes no state while words arrive', async () => {
    const talk = await talking()
    const words = { messageId: 'p1', role: 'persona', text: 'Hi', interrupted: false } as const
    talk.transport.last.tell({ type: 'words', ...words, final: false })
    let changes = 0
    talk.conversation.state.subscribe(() => {
      changes += 1
    })
    for (let n = 0; n < 100; n += 1) {
      talk.transport.last.tell({ type: 'words', ...words, final: false })
    }
    expect(changes).toBe(0)
    expect(talk.conversation.transcript.turns.get()).toHaveLength(1)
  })

  it('mutes, interrupts, and sends nothing empty', async () => {
    const talk = await talking()
    talk.conversation.setMuted(true)
    talk.conversation.interrupt()
    expect(talk.conversation.say('   ')).toBe(false)
    expect(talk.transport.last).toMatchObject({ muted: true, interrupted: 1, said: [] })
  })

  it('notices a microphone that is pulled out', async () => {
    const talk = await talking()
    openedTracks()[0]?.dispatchEvent(new Event('ended'))
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', microphone: 'lost' })
  })

  it('is reconnecting while the picture stands still', async () => {
    const talk = await talking()
    talk.transport.last.tell({ type: 'unstable' })
    expect(phase(talk)).toBe('reconnecting')
    talk.transport.last.tell({ type: 'stable' })
    expect(phase(talk)).toBe('live')
  })
})

describe('ending', () => {
  it('is at rest when everything is closed and reported, with the transcript', async () => {
    const talk = await talking()
    talk.conversation.say('Goodbye')
    talk.conversation.end()
    expect(phase(talk)).toBe('ending')
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'visitor' })
    expect(talk.ledger.ends).toMatchObject([
      { sessionId: 'session-1', reason: 'visitor', messages: [{ content: 'Goodbye' }] },
    ])
    expect(talk.transport.open).toHaveLength(0)
    expect(liveTracks()).toHaveLength(0)
  })

  it('comes at the limit by itself', async () => {
    const talk = await talking({ maxSessionSeconds: 60 })
    await vi.advanceTimersByTimeAsync(60_100)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'time_limit' })
    expect(talk.ledger.ends).toMatchObject([{ reason: 'time_limit' }])
  })

  it('by the vendor is the limit when the time is up, else the vendor’s', async () => {
    const late = await talking({ maxSessionSeconds: 60 })
    await vi.advanceTimersByTimeAsync(58_000)
    late.transport.last.tell({ type: 'closed', reason: 'server_ended' })
    await settle()
    expect(late.conversation.state.get()).toMatchObject({ reason: 'time_limit' })
    const early = await talking({ maxSessionSeconds: 60 })
    early.transport.last.tell({ type: 'closed', reason: 'server_ended' })
    await settle()
    expect(early.conversation.state.get()).toMatchObject({ reason: 'server_ended' })
  })

  it('does not wait for a network that answers no more', async () => {
    const talk = await talking()
    talk.ledger.ended = () => new Promise(() => {})
    talk.conversation.end()
    await vi.advanceTimersByTimeAsync(limits.close + 10)
    expect(phase(talk)).toBe('ended')
  })

  it('with the page reports once, by beacon', async () => {
    const talk = await talking()
    const detach = talk.conversation.attach()
    page.dispatchEvent(new Event('pagehide'))
    await settle()
    detach()
    await settle()
    expect(talk.ledger.ends).toMatchObject([{ sessionId: 'session-1', byBeacon: true }])
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'page_closed' })
    expect(liveTracks()).toHaveLength(0)
  })

  it('with the component closes everything, and the component may come back', async () => {
    const talk = room()
    talk.conversation.attach()()
    talk.conversation.attach()
    begin(talk)
    await settle()
    expect(phase(talk)).toBe('live')
    expect(talk.transport.open).toHaveLength(1)
  })
})
