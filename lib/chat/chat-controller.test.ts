import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MemoryLedger, MemoryStorage, openRoom, settled } from './testing/chat-room'
import { ScriptedSource } from './testing/scripted-source'

let page: EventTarget
beforeEach(() => {
  page = new EventTarget()
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A room in which one question has been answered. */
async function answered() {
  const room = openRoom()
  room.chat.attach()
  room.chat.send('Hello')
  room.source.last.session('s-1').says('Good ').says('day').done()
  await settled()
  return room
}

describe('a chat', () => {
  it('writes the answer as it comes, and keeps both in the ledger', async () => {
    const { chat, source, ledger, texts } = openRoom()
    expect(chat.send('  Hello ')).toBe(true)
    expect(chat.state.get().phase).toBe('sending')
    source.last.session('s-1').says('Good ')
    await settled()
    expect(chat.state.get()).toMatchObject({ phase: 'streaming', answer: { text: 'Good ' } })
    source.last.says('day').done()
    await settled()
    expect(chat.state.get().phase).toBe('done')
    expect(texts()).toEqual(['Hello', 'Good day'])
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good day'])
    expect(chat.kept.get()).toBe('kept')
  })

  it('goes on in the session that the server has named, with what was said', async () => {
    const { chat, source } = await answered()
    chat.send('And now?')
    expect(source.last.request).toEqual({
      personaId: 'mira',
      sessionId: 's-1',
      messages: [
        { role: 'user', content: 'Hello' },
        { role: 'assistant', content: 'Good day' },
        { role: 'user', content: 'And now?' },
      ],
    })
  })

  it('takes nothing that is empty, too long, or too early', async () => {
    const { chat, source } = openRoom()
    expect(chat.send('  ')).toBe(false)
    expect(chat.send('x'.repeat(8_001))).toBe(false)
    expect(chat.send('First')).toBe(true)
    expect(chat.send('Second')).toBe(false)
    expect(source.replies).toHaveLength(1)
  })

  it('keeps the model’s thoughts apart from its answer', async () => {
    const { chat, source, ledger } = openRoom()
    chat.send('Why?')
    source.last.session('s-1').thinks('Hm. ').says('Because.').done()
    await settled()
    expect(chat.state.get().turns.at(-1)).toMatchObject({ text: 'Because.', reasoning: 'Hm. ' })
    expect(ledger.said('s-1')).toEqual(['Why?', 'Because.'])
    chat.send('Sure?')
    expect(JSON.stringify(source.last.request)).not.toContain('Hm.')
  })

  it('says of an answer with nothing in it that it has failed', async () => {
    const { chat, source } = openRoom()
    chat.send('Hello')
    source.last.session('s-1').done()
    await settled()
    expect(chat.state.get()).toMatchObject({ phase: 'failed', failure: { code: 'vendor_error' } })
  })

  it('shows what came of a stream that just ends, and that it was not all', async () => {
    const { chat, source, texts } = openRoom()
    chat.send('Hello')
    source.last.session('s-1').says('Good ').ends()
    await settled()
    expect(chat.state.get()).toMatchObject({ failure: { code: 'connection_lost' } })
    expect(texts()).toEqual(['Hello', 'Good  (broken)'])
  })

  it('does not wait for ever for a source that is silent', async () => {
    vi.useFakeTimers()
    const { chat, source } = openRoom()
    chat.send('Hello')
    await vi.advanceTimersByTimeAsync(89_000)
    source.last.session('s-1')
    await vi.advanceTimersByTimeAsync(89_000)
    expect(chat.state.get().phase).toBe('sending')
    await vi.advanceTimersByTimeAsync(1_000)
    expect(chat.state.get()).toMatchObject({ failure: { code: 'vendor_timeout' } })
    expect(source.last.isAborted).toBe(true)
  })
})

describe('stopping', () => {
  it('before the first byte leaves the question, without a word to it', async () => {
    const { chat, source, texts } = openRoom()
    chat.send('Hello')
    chat.stop()
    expect(chat.state.get().phase).toBe('stopped')
    await settled()
    expect(source.last.isAborted).toBe(true)
    expect(chat.state.get().phase).toBe('stopped')
    expect(texts()).toEqual(['Hello'])
  })

  it('keeps every word that had arrived, shown or not yet', async () => {
    const drawn: (() => void)[] = []
    const { chat, source, texts, ledger } = openRoom({
      schedule(call) {
        drawn.push(call)
        return () => {}
      },
    })
    chat.send('Hello')
    source.last.session('s-1').says('Good ').says('day')
    await settled()
    chat.stop()
    expect(texts()).toEqual(['Hello', 'Good day (stopped)'])
    await settled()
    expect(ledger.sessions.get('s-1')?.messages[1]).toMatchObject({ interrupted: true })
  })

  it('and sending at once hears nothing of the answer before', async () => {
    const source = new ScriptedSource({ ignoresAbort: true })
    const { chat, texts } = openRoom({ source: () => source })
    chat.send('Hello')
    const old = source.last.session('s-1').says('Good')
    await settled()
    chat.stop()
    chat.send('Wait')
    old.says(' day').done()
    source.last.session('s-1').says('Yes?').done()
    await settled()
    expect(texts()).toEqual(['Hello', 'Good (stopped)', 'Wait', 'Yes?'])
  })

  it('is legal when nothing runs', async () => {
    const { chat } = await answered()
    chat.stop()
    expect(chat.state.get().phase).toBe('done')
  })
})

describe('asking again', () => {
  it('replaces the last answer, and there is a way back to it', async () => {
    const { chat, source, texts, ledger } = await answered()
    chat.retry()
    expect(texts()).toEqual(['Hello'])
    source.last.says('Hi').done()
    await settled()
    expect(ledger.said('s-1')).toEqual(['Hello', 'Hi'])
    chat.bringBack()
    await settled()
    expect(texts()).toEqual(['Hello', 'Good day'])
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good day'])
  })

  it('after a failure says the question once', async () => {
    const { chat, source, texts } = openRoom()
    chat.send('Hello')
    source.last.fails('rate_limited', 60)
    await settled()
    expect(chat.state.get()).toMatchObject({ failure: { code: 'rate_limited', retryAfter: 60 } })
    chat.retry()
    source.last.session('s-1').says('Hi').done()
    await settled()
    expect(texts()).toEqual(['Hello', 'Hi'])
    expect(source.last.request.messages).toEqual([{ role: 'user', content: 'Hello' }])
  })

  it('in other words replaces what came after, and stops what is being written', async () => {
    const { chat, source, texts } = await answered()
    chat.send('More')
    const old = source.last.says('Mo')
    await settled()
    const [first] = chat.state.get().turns
    expect(chat.edit(first?.id ?? '', 'Ciao')).toBe(true)
    await settled()
    expect(old.isAborted).toBe(true)
    source.last.says('Ciao!').done()
    await settled()
    expect(texts()).toEqual(['Ciao', 'Ciao!'])
    expect(source.last.request.messages).toEqual([{ role: 'user', content: 'Ciao' }])
    chat.bringBack()
    expect(texts()).toEqual(['Hello', 'Good day', 'More', 'Mo (stopped)'])
  })

  it('never changes what the persona has said', async () => {
    const { chat, texts } = await answered()
    expect(chat.edit('answer-1', 'I never said that')).toBe(false)
    expect(chat.edit('message-99', 'Nor this')).toBe(false)
    expect(texts()).toEqual(['Hello', 'Good day'])
  })
})

describe('a new chat', () => {
  it('is empty, ends the old session, and hears nothing late', async () => {
    const source = new ScriptedSource({ ignoresAbort: true })
    const { chat, ledger, texts } = openRoom({ source: () => source })
    chat.send('Hello')
    const old = source.last.session('s-1').says('Good ')
    await settled()
    chat.newChat()
    old.says('day').done()
    await settled()
    expect(texts()).toEqual([])
    expect(chat.state.get()).toMatchObject({ phase: 'idle', sessionId: undefined })
    expect(ledger.sessions.get('s-1')).toMatchObject({ ended: 'visitor' })
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good '])
    chat.send('Again')
    expect(source.last.request.sessionId).toBeUndefined()
  })
})

describe('a page that is loaded again', () => {
  it('shows what was said, and goes on', async () => {
    const before = await answered()
    const { chat, source, texts } = openRoom({ storage: before.storage })
    chat.attach()
    expect(texts()).toEqual(['Hello', 'Good day'])
    chat.send('More')
    expect(source.last.request).toMatchObject({ sessionId: 's-1' })
    expect(source.last.request.messages).toHaveLength(3)
  })

  it('in the middle of an answer shows it as cut, saves it, and asks again', async () => {
    const storage = new MemoryStorage()
    const before = openRoom({ storage })
    before.chat.attach()
    before.chat.send('Hello')
    before.source.last.session('s-1').says('Good ')
    await settled()
    page.dispatchEvent(new Event('pagehide'))
    expect(before.ledger.beacons).toEqual(['s-1'])
    const { chat, source, texts, ledger } = openRoom({ storage })
    chat.attach()
    expect(texts()).toEqual(['Hello', 'Good  (cut)'])
    await settled()
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good '])
    chat.retry()
    source.last.says('Good day').done()
    await settled()
    expect(texts()).toEqual(['Hello', 'Good day'])
  })

  it('tells what the browser cuts on the way out from what has failed', async () => {
    vi.useFakeTimers()
    const storage = new MemoryStorage()
    const before = openRoom({ storage })
    before.chat.attach()
    before.chat.send('Hello')
    before.source.last.session('s-1').says('Good ')
    await settled()
    page.dispatchEvent(new Event('beforeunload'))
    before.source.last.fails('connection_lost')
    await settled()
    page.dispatchEvent(new Event('pagehide'))
    const { chat, texts } = openRoom({ storage })
    chat.attach()
    expect(texts()).toEqual(['Hello', 'Good  (cut)'])
    // Whoever stayed after all reads why there is no more of it.
    await vi.advanceTimersByTimeAsync(3_000)
    expect(before.chat.state.get()).toMatchObject({ failure: { code: 'connection_lost' } })
  })

  it('before the first word still has the question', async () => {
    const storage = new MemoryStorage()
    openRoom({ storage }).chat.send('Hello')
    const { chat, texts } = openRoom({ storage })
    chat.attach()
    expect(texts()).toEqual(['Hello'])
    expect(chat.state.get().phase).toBe('idle')
  })

  it('pays what the ledger was owed', async () => {
    const storage = new MemoryStorage()
    const failing = new MemoryLedger()
    failing.answers = async () => 'failed'
    const before = openRoom({ storage, ledger: failing })
    before.chat.send('Hello')
    before.source.last.session('s-1').says('Hi').done()
    await settled()
    expect(before.chat.kept.get()).toBe('failed')
    before.chat.newChat()
    await settled()
    const { chat, ledger } = openRoom({ storage })
    chat.attach()
    await settled()
    expect(ledger.said('s-1')).toEqual(['Hello', 'Hi'])
    expect(ledger.sessions.get('s-1')).toMatchObject({ ended: 'visitor' })
  })
})

describe('the ledger', () => {
  it('gets nothing of a visitor who does not want it', async () => {
    const { chat, source, ledger } = openRoom({ keepsTranscript: () => false })
    chat.send('Hello')
    source.last.session('s-1').says('Hi').done()
    await settled()
    expect(ledger.said('s-1')).toBeUndefined()
    chat.newChat()
    await settled()
    expect(ledger.sessions.get('s-1')).toEqual({ messages: [], ended: 'visitor' })
  })

  it('that could not be reached is tried again when asked to', async () => {
    const { chat, ledger } = await answered()
    ledger.answers = async () => 'failed'
    chat.retry()
    chat.stop()
    await settled()
    expect(chat.kept.get()).toBe('failed')
    ledger.answers = undefined
    chat.saveAgain()
    await settled()
    expect(chat.kept.get()).toBe('kept')
    expect(ledger.said('s-1')).toEqual(['Hello'])
  })

  it('has the newest words, however slow an earlier save is', async () => {
    const { chat, source, ledger } = await answered()
    let arrive = () => {}
    const slow = new Promise<void>((resolve) => {
      arrive = resolve
    })
    ledger.answers = () => slow.then(() => 'kept')
    chat.send('More')
    source.last.says('Sure').done()
    await settled()
    chat.send('And more')
    source.last.says('Yes').done()
    await settled()
    arrive()
    await settled()
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good day', 'More', 'Sure', 'And more', 'Yes'])
  })

  it('is not asked again for a session that was deleted', async () => {
    const { chat, source, ledger } = await answered()
    ledger.answers = async () => 'gone'
    chat.send('More')
    source.last.says('Sure').done()
    await settled()
    expect(chat.kept.get()).toBe('kept')
  })

  it('loses nothing of a chat that is longer than one session can be', async () => {
    const { chat, source, ledger } = openRoom()
    for (const round of ['a', 'b', 'c', 'd', 'e']) {
      chat.send(round)
      const { sessionId } = source.last.request
      source.last
        .session(sessionId ?? `s-${round}`)
        .says(round.repeat(60_000))
        .done()
      await settled()
    }
    expect([...ledger.sessions.keys()]).toEqual(['s-a', 's-d'])
    expect(ledger.sessions.get('s-a')).toMatchObject({ ended: 'visitor' })
    const kept = [...(ledger.said('s-a') ?? []), ...(ledger.said('s-d') ?? [])]
    expect(kept.map((text) => text[0]).join('')).toBe('aabbccddee')
  })

  it('keeps each session’s own words when the server names another one', async () => {
    const { chat, source, ledger } = await answered()
    chat.send('More')
    source.last.session('s-2').says('Sure').done()
    await settled()
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good day'])
    expect(ledger.said('s-2')).toEqual(['More', 'Sure'])
  })
})

describe('an answer that the vendor objects to', () => {
  it('is taken back, kept nowhere and carried nowhere', async () => {
    const { chat, source, ledger } = await answered()
    chat.send('More')
    source.last.session('s-1').says('Nobody may read this').done('filtered')
    await settled()
    expect(chat.state.get().turns.at(-1)).toMatchObject({ text: '', end: 'filtered' })
    expect(ledger.said('s-1')).toEqual(['Hello', 'Good day', 'More'])
    chat.send('Sorry')
    expect(JSON.stringify(source.last.request)).not.toContain('Nobody may read this')
  })
})

describe('two tabs with the same chat', () => {
  it('keep what they say apart', async () => {
    const before = await answered()
    const { chat, source, ledger } = openRoom({
      storage: before.storage,
      openTabs: () => ({ claim: async () => false, hold() {}, close() {} }),
    })
    chat.attach()
    await settled()
    chat.send('More')
    expect(source.last.request.sessionId).toBeUndefined()
    source.last.session('s-2').says('Sure').done()
    await settled()
    expect(ledger.said('s-1')).toBeUndefined()
    expect(ledger.said('s-2')).toEqual(['Hello', 'Good day', 'More', 'Sure'])
  })
})
