import { describe, expect, it, vi } from 'vitest'
import { limits } from './limits'
import {
  begin,
  gate,
  liveTracks,
  openedTracks,
  openStream,
  phase,
  room,
  settle,
  stillTime,
  talking,
  video,
} from './testing/room'

stillTime()

describe('starting', () => {
  it('asks for microphone and place at once, and is live at the first frame', async () => {
    const talk = await talking()
    expect(talk.ledger.lives).toEqual([
      { sessionId: 'session-1', vendorSessionId: 'vendor-session-1' },
    ])
    expect(liveTracks()).toHaveLength(1)
  })

  it('opens the microphone before anything else, inside the click', () => {
    const calls: string[] = []
    const talk = room({ mint: async () => void calls.push('mint') }, async () => {
      calls.push('microphone')
      return openStream()
    })
    begin(talk)
    expect(calls).toEqual(['microphone'])
  })

  it('is one session for a double click', async () => {
    const talk = room()
    begin(talk)
    begin(talk)
    await settle()
    begin(talk)
    await settle()
    expect(talk.transport.minted).toBe(1)
    expect(talk.transport.open).toHaveLength(1)
  })

  it.each(['denied', 'missing', 'busy', 'blocked'] as const)(
    'goes on by typing when the microphone is %s',
    async (status) => {
      const talk = room({}, async () => ({ status }))
      begin(talk)
      await settle()
      expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', microphone: status })
      expect(talk.conversation.say('Hello?')).toBe(true)
      expect(talk.transport.last.said).toEqual(['Hello?'])
    },
  )

  it('goes on by typing when nobody answers the browser’s question, and closes a late yes', async () => {
    const answer = gate()
    const talk = room({}, async () => {
      await answer.opened()
      return openStream()
    })
    begin(talk)
    await vi.advanceTimersByTimeAsync(limits.microphone + 10)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'live', microphone: 'unanswered' })
    answer.open()
    await settle()
    expect(openedTracks()).toHaveLength(1)
    expect(liveTracks()).toHaveLength(0)
  })

  it('says the first words itself when it was started with them', async () => {
    const talk = room()
    talk.conversation.start({
      invitation: { personaId: 'mira' },
      video,
      opening: 'Order a coffee with me',
    })
    await settle()
    expect(talk.transport.last.said).toEqual(['Order a coffee with me'])
  })
})

describe('failing', () => {
  it('in a browser that cannot carry it asks for nothing and costs nothing', async () => {
    const talk = room({ unsupported: true })
    begin(talk)
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({
      failure: { code: 'browser_unsupported' },
    })
    expect(talk.transport.minted).toBe(0)
    expect(openedTracks()).toHaveLength(0)
  })

  it('names the server’s problem and leaves nothing open', async () => {
    const talk = room({ failMint: 'rate_limited' })
    begin(talk)
    await settle()
    expect(talk.conversation.state.get()).toMatchObject({
      phase: 'failed',
      failure: { code: 'rate_limited', requestId: 'request-1' },
    })
    expect(liveTracks()).toHaveLength(0)
    expect(talk.ledger.ends).toEqual([])
  })

  it('reports a session that could not be connected as ended', async () => {
    const talk = room({ failConnect: 'vendor_error' })
    begin(talk)
    await settle()
    expect(phase(talk)).toBe('failed')
    expect(talk.ledger.ends).toMatchObject([{ sessionId: 'session-1', reason: 'failed' }])
    expect(liveTracks()).toHaveLength(0)
  })

  it.each([
    ['mint_timeout', { mint: () => new Promise<void>(() => {}) }, limits.mint],
    ['connect_timeout', { silent: true }, limits.connect],
  ] as const)('gives up with %s', async (code, script, ms) => {
    const talk = room(script)
    begin(talk)
    await vi.advanceTimersByTimeAsync(ms + 10)
    expect(talk.conversation.state.get()).toMatchObject({ phase: 'failed', failure: { code } })
    expect(talk.transport.open).toHaveLength(0)
    expect(liveTracks()).toHaveLength(0)
  })

  it('asks for another token when the first one is refused, and only then says so', async () => {
    const once = room({ failConnect: 'token_refused' })
    once.transport.script.connect = async () => {
      if (once.transport.minted > 1) delete once.transport.script.failConnect
    }
    begin(once)
    await settle()
    expect(once.conversation.state.get()).toMatchObject({ phase: 'live', sessionId: 'session-2' })
    once.conversation.end()
    const twice = room({ failConnect: 'token_refused' })
    begin(twice)
    await settle()
    expect(twice.conversation.state.get()).toMatchObject({ failure: { code: 'token_refused' } })
    expect(twice.transport.minted).toBe(2)
    expect(liveTracks()).toHaveLength(0)
  })

  it('gives up when no picture comes', async () => {
    const talk = room({ silent: true })
    begin(talk)
    await settle()
    talk.transport.last.tell({ type: 'ready', vendorSessionId: undefined })
    await vi.advanceTimersByTimeAsync(limits.firstFrame + 10)
    expect(talk.conversation.state.get()).toMatchObject({ failure: { code: 'no_first_frame' } })
    expect(talk.transport.open).toHaveLength(0)
  })

  it('can be tried again', async () => {
    const talk = room({ failMint: 'vendor_error' })
    begin(talk)
    await settle()
    delete talk.transport.script.failMint
    begin(talk)
    await settle()
    expect(phase(talk)).toBe('live')
  })
})
