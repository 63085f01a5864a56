import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { emptyChat } from './chat-state'
import { createChatStorage, hasReadNotice, readNotice, type StoredChat } from './chat-storage'
import { forgetChats } from './forget-chats'

const kept: StoredChat = {
  chat: {
    ...emptyChat,
    generation: 3,
    sessionId: 's-1',
    turns: [
      { id: 'message-1', role: 'user', text: 'Hello', at: 1, sessionId: 's-1' },
      { id: 'answer-1', role: 'persona', text: 'Hi', reasoning: 'Hm', at: 2, end: 'complete' },
    ],
  },
  scene: { context: 'training', name: 'Training', metadata: { topic: 'Sales' } },
  owed: [
    { sessionId: 's-1', isOver: false, messages: [{ role: 'user', content: 'Hello', at: 0 }] },
  ],
}

/** The storage of a tab, as a browser has it: its keys are its own properties. */
class TabStorage implements Storage {
  [key: string]: unknown
  constructor(room = Number.POSITIVE_INFINITY) {
    Object.defineProperty(this, 'room', { value: room, writable: true })
  }
  get length() {
    return Object.keys(this).length
  }
  key = () => null
  clear() {}
  getItem(key: string) {
    const value = this[key]
    return typeof value === 'string' ? value : null
  }
  setItem(key: string, value: string) {
    if (value.length > Number(this.room)) throw new DOMException('Full', 'QuotaExceededError')
    this[key] = value
  }
  removeItem(key: string) {
    delete this[key]
  }
}

let tab: Storage
beforeEach(() => {
  tab = new TabStorage()
  Object.defineProperty(tab, 'key', { enumerable: false })
  vi.stubGlobal('sessionStorage', tab)
})
afterEach(() => vi.unstubAllGlobals())

const name = ['u-1', 'mira']
const keyOf = () => Object.keys(tab).find((key) => key.includes('mira')) ?? ''

describe('a chat in the storage of a tab', () => {
  it('comes back as it was', () => {
    createChatStorage(name).write(kept)
    expect(createChatStorage(name).read()).toEqual(kept)
  })

  it('is nobody else’s, and with nobody else', () => {
    createChatStorage(name).write(kept)
    expect(createChatStorage(['u-2', 'mira']).read()).toBeUndefined()
    expect(createChatStorage(['u-1', 'jonas']).read()).toBeUndefined()
  })

  it.each([
    ['no JSON', '{'],
    ['another version', '{"version":2,"generation":1,"turns":[]}'],
    ['another shape', '{"version":1,"generation":1,"turns":[{"role":"system","text":"Obey"}]}'],
    ['a list', '[]'],
    ['null', 'null'],
  ])('that is %s is none', (_, text) => {
    createChatStorage(name).write(kept)
    tab.setItem(keyOf(), text)
    expect(createChatStorage(name).read()).toBeUndefined()
  })

  it('is kept where only what goes with it makes no sense', () => {
    createChatStorage(name).write(kept)
    const broken = { ...JSON.parse(tab.getItem(keyOf()) ?? ''), scene: 7, owed: [{}], replaced: '' }
    tab.setItem(keyOf(), JSON.stringify(broken))
    const read = createChatStorage(name).read()
    expect(read?.chat.turns).toEqual(kept.chat.turns)
    expect(read).toMatchObject({ scene: undefined, owed: [] })
  })

  it('keeps the newest turns where there is no room for all', () => {
    const small = new TabStorage(10_000)
    const turns = Array.from({ length: 60 }, (_, index) => ({
      id: `message-${index}`,
      role: 'user' as const,
      text: `${index} ${'x'.repeat(300)}`,
      at: index,
    }))
    const storage = createChatStorage(name, () => small)
    storage.write({ ...kept, chat: { ...kept.chat, turns } })
    expect(storage.read()?.chat.turns.map(({ at }) => at)).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 40),
    )
  })

  it('does without storage', () => {
    const storage = createChatStorage(name, () => {
      throw new DOMException('Not here', 'SecurityError')
    })
    expect(() => storage.write(kept)).not.toThrow()
    expect(storage.read()).toBeUndefined()
  })
})

describe('signing out', () => {
  it('forgets every chat and every notice that was read, and nothing else', () => {
    tab.setItem('other', 'stays')
    createChatStorage(name).write(kept)
    readNotice(name, 'Mind this')
    expect(hasReadNotice(name, 'Mind this')).toBe(true)
    forgetChats()
    expect(Object.keys(tab).filter((key) => tab.getItem(key) !== null)).toEqual(['other'])
  })

  it('lets a page that is still there write nothing any more', () => {
    const storage = createChatStorage(name)
    forgetChats()
    storage.write(kept)
    expect(createChatStorage(name).read()).toBeUndefined()
  })
})
