import { z } from 'zod'
import type { Chat } from './chat-state'
import { chatDepartures, chatPrefix } from './forget-chats'

const failSafe = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)

const entry = {
  id: z.string().max(100),
  at: z.number(),
  sessionId: z.string().max(100).optional(),
}

const turn = z.discriminatedUnion('role', [
  z.object({ ...entry, role: z.literal('user'), text: z.string() }),
  z.object({
    ...entry,
    role: z.literal('persona'),
    text: z.string(),
    reasoning: z.string(),
    end: z.enum(['complete', 'length', 'filtered', 'stopped', 'broken', 'cut']),
  }),
])

const scene = z.object({
  context: z.string().max(100),
  name: z.string().nullable(),
  metadata: z.record(z.string(), z.string()),
})

const message = z.object({
  role: z.enum(['user', 'persona', 'tool']),
  content: z.string(),
  at: z.number(),
  interrupted: z.literal(true).optional(),
})

const owed = z.object({ sessionId: z.string(), messages: z.array(message), isOver: z.boolean() })

const stored = z.object({
  version: z.literal(1),
  generation: z.int().min(0),
  turns: z.array(turn),
  replaced: failSafe(z.array(turn)),
  sessionId: failSafe(z.string().max(100)),
  carriedFrom: failSafe(z.string()),
  scene: failSafe(scene),
  owed: z.array(owed).catch([]),
})

/** What a chat is about, as `SceneChoice` of the stage. */
export type ChatScene = z.infer<typeof scene>

/** What the server has not been told yet of a session. */
export type Owed = z.infer<typeof owed>

export interface StoredChat {
  chat: Chat
  scene: ChatScene | undefined
  owed: Owed[]
}

export interface ChatStorage {
  /** undefined: there is nothing, or nothing that makes sense. */
  read: () => StoredChat | undefined
  write: (chat: StoredChat) => void
}

/** One chat in this tab. `name`: whose it is and with whom. */
export function createChatStorage(
  name: readonly string[],
  storage: () => Storage = () => sessionStorage,
): ChatStorage {
  const key = [chatPrefix, ...name].join('/')
  const opened = chatDepartures()

  return {
    read() {
      try {
        const kept = storage().getItem(key)
        if (kept === null) return undefined
        const {
          version: _,
          scene,
          owed,
          replaced,
          sessionId,
          carriedFrom,
          ...rest
        } = stored.parse(JSON.parse(kept))
        return { chat: { ...rest, replaced, sessionId, carriedFrom }, scene, owed }
      } catch {
        // Another version's, somebody's hand, or no storage: the chat begins anew.
        return undefined
      }
    },
    write({ chat, scene, owed }) {
      if (opened !== chatDepartures()) return
      const shorter = [
        { ...chat, scene, owed },
        // Too much for the browser: what was replaced goes first, then all but the newest turns.
        { ...chat, scene, owed, replaced: undefined },
        { ...chat, scene, owed: [], replaced: undefined, turns: chat.turns.slice(-20) },
      ]
      for (const attempt of shorter) {
        try {
          storage().setItem(key, JSON.stringify({ version: 1, ...attempt }))
          return
        } catch {
          // Full, or not allowed at all: the chat lasts as long as the page then.
        }
      }
    },
  }
}

const noticeKey = (name: readonly string[]) => [`${chatPrefix}.notice`, ...name].join('/')

/** Whether this notice has been read in this tab. */
export function hasReadNotice(name: readonly string[], notice: string): boolean {
  try {
    return sessionStorage.getItem(noticeKey(name)) === notice
  } catch {
    return false
  }
}

export function readNotice(name: readonly string[], notice: string): void {
  try {
    sessionStorage.setItem(noticeKey(name), notice)
  } catch {
    // It is shown again on the next page, then.
  }
}
