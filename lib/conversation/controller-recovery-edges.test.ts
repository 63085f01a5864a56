import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import {
  begin,
  gate,
  liveTracks,
  openStream,
  page,
  phase,
  type Room,
  room,
  settle,
  stillTime,
  talking,
} from './testing/room'

stillTime()

const lose = ({ transport }: Room) =>
  transport.last.tell({ type: 'closed', reason: 'connection_lost' })

describe('what was said last before a loss', () => {
  it('is said again, since nobody knows whether it got through', async () => {
    const talk = await talking()
    talk.transport.last.tell({ type: 'unstable' })
    expect(talk.conversation.say('Hello?')).toBe(true)
    await vi.advanceTimersByTimeAsync(limits.frozen + 100)
    expect(talk.transport.last).toMatchObject({ id: 'session-2', said: ['Hello?'], context: [] })
  })

  it('is not lost with a connection that is given up: it can be saved later', async () => {
    const talk = await talking()
    talk.conversation.say('Keep this')
    talk.transport.script.failMint = 'offline'
    talk.ledger.takesReports = false
    lose(talk)
    await vi.advanceTimersByTimeAsync(limits.reconnect + 100)
    expect(phase(talk)).toBe('failed')
    expect(talk.conversation.kept.get()).toBe('failed')
    talk.ledger.takesReports = true
    await talk.conversation.saveAgain()
    expect(talk.conversation.kept.get()).toBe('kept')
    expect(talk.ledger.ends.at(-1)).toMatchObject({
      sessionId: 'session-1',
      messages: [{ content: 'Keep this' }],
    })
  })

  it('goes out with the page, once, in the session it was said in', async () => {
    const talk = await talking()
    talk.conversation.attach()
    talk.conversation.say('Keep this')
    talk.transport.script.silent = true
    lose(talk)
    await settle()
    page.dispatchEvent(new Event('pagehide'))
    await settle()
    const withWords = talk.ledger.ends.filter(({ messages }) => messages.length > 0)
    expect(withWords).toMatchObject([{ sessionId: 'session-1', byBeacon: true }])
  })
})

describe('a network that answers no more', () => {
  it('holds up neither the end nor the next start', async () => {
    const talk = await talking()
    talk.conversation.say('Keep this')
    talk.transport.script.failMint = 'offline'
    lose(talk)
    await settle()
    talk.ledger.ended = () => new Promise(() => {})
    talk.conversation.end()
    await vi.advanceTimersByTimeAsync(2 * limits.close)
    expect(phase(talk)).toBe('ended')
    delete talk.transport.script.failMint
    begin(talk)
    await settle()
    expect(phase(talk)).toBe('live')
  })
})

describe('a new connection', () => {
  it('begins without the hints of the old one', async () => {
    const talk = await talking()
    talk.transport.last.tell({ type: 'quality', quality: 'poor' })
    talk.transport.last.tell({ type: 'sound-blocked' })
    lose(talk)
    await settle()
    expect(talk.conversation.quality.get()).toBe('good')
    expect(talk.conversation.soundBlocked.get()).toBe(false)
  })

  it('is not opened for a talk that has not begun', async () => {
    const talk = room({ silent: true })
    begin(talk)
    await settle()
    talk.transport.last.tell({ type: 'first-frame' })
    talk.transport.last.tell({ type: 'unstable' })
    await vi.advanceTimersByTimeAsync(limits.frozen + 100)
    expect(talk.transport.minted).toBe(1)
    talk.transport.last.tell({ type: 'ready', vendorSessionId: undefined })
    expect(talk.conversation.state.get()).toMatchObject({
      phase: 'reconnecting',
      how: 'frozen',
      sessionId: 'session-1',
    })
  })

  it('hears a microphone that was allowed while there was none', async () => {
    let isAllowed = false
    const talk = room({}, async () => (isAllowed ? openStream() : { status: 'denied' }))
    begin(talk)
    await settle()
    const answer = gate()
    talk.transport.script.mint = answer.opened
    lose(talk)
    await settle()
    isAllowed = true
    await talk.conversation.askMicrophone()
    answer.open()
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', microphone: 'granted' })
    expect(liveTracks()).toHaveLength(1)
  })
})

describe('a talk that went on elsewhere', () => {
  it('is not called back by the page that lost it', async () => {
    const talk = await talking()
    talk.ledger.reasons.set('session-1', 'taken_over')
    talk.transport.script.failMint = 'too_many_sessions'
    lose(talk)
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'ended', reason: 'taken_over' })
    delete talk.transport.script.failMint
    await vi.advanceTimersByTimeAsync(limits.reconnect)
    expect(phase(talk)).toBe('ended')
    expect(liveTracks()).toHaveLength(0)
  })
})
