import { createStore, type Store, type WritableStore } from '../conversation/store'
import { carriedOf } from './chat-history'
import { type ChatKept, createChatKeeping, type KeepingLedger } from './chat-keeping'
import { type ChatAction, reduceChat, settle } from './chat-machine'
import { followReply } from './chat-reply'
import type { ChatSource, ReplyRequest } from './chat-source'
import { type ChatState, initialChat, isAnswering, longestMessage } from './chat-state'
import type { ChatScene, ChatStorage } from './chat-storage'
import { type ChatTabs, openChatTabs } from './chat-tabs'
import { isFull, messagesOf } from './chat-transcript'
import { nextFrame, type Schedule } from './next-frame'
import { createWordBuffer } from './word-buffer'

/** How often an answer that is being written is put into storage, in milliseconds. */
const storeEvery = 1_000

export interface ChatOptions {
  /** Asked for each reply: another vendor may answer the next one. */
  source: () => ChatSource
  persona: Pick<ReplyRequest, 'personaId' | 'draft'>
  ledger: KeepingLedger
  storage: ChatStorage
  keepsTranscript: () => boolean
  /** How much of a chat a request carries, in tokens. */
  maxHistoryTokens: number
  schedule?: Schedule
  now?: () => number
  openTabs?: () => ChatTabs
}

/** One chat with one persona, outside React. Every method is legal at any time. */
export interface ChatController {
  state: Store<ChatState>
  kept: Store<ChatKept>
  /** What the next replies are about. */
  scene: WritableStore<ChatScene | undefined>
  /** False where it cannot be sent: then nothing has happened to it. */
  send: (text: string) => boolean
  retry: () => void
  /** An own message in other words; what came after it goes. */
  edit: (id: string, text: string) => boolean
  bringBack: () => void
  stop: () => void
  newChat: () => void
  saveAgain: () => void
  /** Brings what was said before the page was loaded; the returned function ends what runs. */
  attach: () => () => void
}

export function createChat(options: ChatOptions): ChatController {
  const { source, persona, ledger, storage, keepsTranscript, maxHistoryTokens } = options
  const { schedule = nextFrame, now = Date.now, openTabs = openChatTabs } = options
  const state = createStore<ChatState>(initialChat)
  const scene = createStore<ChatScene | undefined>(undefined)
  const keeping = createChatKeeping(ledger)
  let tabs: ChatTabs | undefined
  let running = new AbortController()
  let storedAt = 0
  let leavingAt: number | undefined
  const words = createWordBuffer((heard) => {
    const { generation } = state.get()
    dispatch({ type: 'WORDS', generation, at: now(), ...heard })
    if (now() - storedAt >= storeEvery) store()
  }, schedule)

  function dispatch(action: ChatAction) {
    state.set(reduceChat(state.get(), action))
  }

  function store() {
    storedAt = now()
    const chat = settle(state.get(), 'cut', now())
    storage.write({ chat, scene: scene.get(), owed: keeping.owed() })
  }

  /** All that was said in the session, if the ledger may have it. */
  function said() {
    const { turns, sessionId } = settle(state.get(), 'cut', now())
    if (!sessionId || !keepsTranscript()) return undefined
    const messages = messagesOf(turns, sessionId)
    return messages.length > 0 ? { sessionId, messages } : undefined
  }

  function keep() {
    const words = said()
    if (words) keeping.save(words)
    store()
  }

  function beginToLeave() {
    leavingAt = now()
  }

  function leave() {
    words.flush()
    keeping.leave(isAnswering(state.get()) ? said() : undefined)
    store()
  }

  function halt() {
    if (!isAnswering(state.get())) return
    words.flush()
    dispatch({ type: 'STOP', at: now() })
    running.abort()
    keep()
  }

  /** The ledger takes only so much of one session. */
  function makeRoom() {
    const words = said()
    if (!words || !isFull(words.messages)) return
    keeping.end(words.sessionId)
    tabs?.hold(undefined)
    dispatch({ type: 'NEXT_SESSION' })
  }

  /** Asks for an answer to the last message. */
  function ask() {
    running.abort()
    running = new AbortController()
    words.drop()
    store()
    answer(state.get().generation, running)
  }

  function answer(generation: number, waiting: AbortController) {
    const { turns, sessionId } = state.get()
    const { messages, from } = carriedOf(turns, maxHistoryTokens)
    dispatch({ type: 'CARRIED', generation, from })
    const request = {
      ...persona,
      ...about(scene.get()),
      ...(sessionId && { sessionId }),
      messages,
    }
    void followReply({
      events: () => source().reply(request, waiting.signal),
      words,
      waiting,
      isOver: () => generation !== state.get().generation || !isAnswering(state.get()),
      leavingAt: () => leavingAt,
      now,
      onSession(sessionId) {
        dispatch({ type: 'SESSION', generation, sessionId })
        tabs?.hold(sessionId)
      },
      onDone(finish) {
        dispatch({ type: 'DONE', generation, finish, at: now() })
        keep()
      },
      onFailed(failure) {
        dispatch({ type: 'FAILED', generation, failure, at: now() })
        keep()
      },
    })
  }

  async function restore(tabs: ChatTabs) {
    const stored = storage.read()
    if (!stored || state.get().turns.length > 0) return
    const { chat, owed } = stored
    dispatch({ type: 'RESTORE', chat })
    scene.set(stored.scene)
    // What another tab goes on with is that tab's to keep.
    if (chat.sessionId && !(await tabs.claim(chat.sessionId))) {
      dispatch({ type: 'FORK' })
      return store()
    }
    if (!keepsTranscript()) return
    keeping.restore(owed)
    const last = chat.turns.at(-1)
    if (last?.role === 'persona' && last.end === 'cut') keep()
  }

  function attach() {
    const leaving = new AbortController()
    tabs = openTabs()
    void restore(tabs)
    const unsubscribe = [scene.subscribe(store), keeping.kept.subscribe(store)]
    const { signal } = leaving
    globalThis.addEventListener?.('pagehide', leave, { signal })
    globalThis.addEventListener?.('beforeunload', beginToLeave, { signal })
    return () => {
      leaving.abort()
      halt()
      for (const stop of unsubscribe) stop()
      tabs?.close()
      tabs = undefined
    }
  }

  return {
    state,
    kept: keeping.kept,
    scene,
    send(text) {
      if (!isSendable(text) || isAnswering(state.get())) return false
      makeRoom()
      dispatch({ type: 'SEND', text: text.trim(), at: now() })
      ask()
      return true
    },
    retry() {
      const before = state.get()
      dispatch({ type: 'RETRY' })
      if (state.get() !== before) ask()
    },
    edit(id, text) {
      if (!isSendable(text)) return false
      words.flush()
      const before = state.get()
      dispatch({ type: 'EDIT', id, text: text.trim(), at: now() })
      if (state.get() === before) return false
      ask()
      return true
    },
    bringBack() {
      dispatch({ type: 'BRING_BACK' })
      keep()
    },
    stop: halt,
    newChat() {
      halt()
      const { sessionId } = state.get()
      running.abort()
      dispatch({ type: 'NEW_CHAT' })
      tabs?.hold(undefined)
      if (sessionId) keeping.end(sessionId)
      store()
    },
    saveAgain: keeping.saveAgain,
    attach,
  }
}

export const isSendable = (text: string) =>
  text.trim() !== '' && text.trim().length <= longestMessage

/** What is sent of it; nothing where the chat is about nothing in particular. */
const about = (scene: ChatScene | undefined): Partial<ReplyRequest> =>
  scene && scene.context !== 'default' ? { context: scene.context, metadata: scene.metadata } : {}
