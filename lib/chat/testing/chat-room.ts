import type { KeptMessages } from '../../conversation/ledger-client'
import type { TranscriptMessage } from '../../conversation/transcript'
import { type ChatOptions, createChat } from '../chat-controller'
import type { ChatTurn } from '../chat-state'
import type { ChatStorage, StoredChat } from '../chat-storage'
import { ScriptedSource } from './scripted-source'

/** A ledger in memory. */
export class MemoryLedger {
  readonly sessions = new Map<string, { messages: TranscriptMessage[]; ended?: string }>()
  /** What the next save comes to. */
  answers: (() => Promise<KeptMessages>) | undefined
  readonly beacons: string[] = []

  private row(id: string) {
    const row = this.sessions.get(id) ?? { messages: [] }
    this.sessions.set(id, row)
    return row
  }

  messages = async (id: string, messages: TranscriptMessage[]): Promise<KeptMessages> => {
    const answer = (await this.answers?.()) ?? 'kept'
    if (answer === 'kept') this.row(id).messages = messages
    return answer
  }

  messagesByBeacon = (id: string, messages: TranscriptMessage[]) => {
    this.beacons.push(id)
    this.row(id).messages = messages
    return true
  }

  ended = async (id: string, reason: string) => {
    this.row(id).ended = reason
    return true
  }

  said = (id: string) => this.sessions.get(id)?.messages.map(({ content }) => content)
}

/** A tab's storage: what one page writes the next one reads. */
export class MemoryStorage implements ChatStorage {
  json: string | undefined
  read = (): StoredChat | undefined => this.json && JSON.parse(this.json)
  write = (chat: StoredChat) => {
    this.json = JSON.stringify(chat)
  }
}

/** Lets everything happen that only waits for its turn. */
export const settled = async () => {
  for (let turn = 0; turn < 30; turn += 1) await Promise.resolve()
}

/** A chat whose pictures are drawn at once, with everything around it in memory. */
export function openRoom(options: Partial<ChatOptions> = {}) {
  const source = new ScriptedSource()
  const ledger = new MemoryLedger()
  const storage = new MemoryStorage()
  let time = 1_000
  const chat = createChat({
    source: () => source,
    persona: { personaId: 'mira' },
    ledger,
    storage,
    keepsTranscript: () => true,
    maxHistoryTokens: 4_000,
    schedule(call) {
      call()
      return () => {}
    },
    now: () => time++,
    openTabs: () => ({ claim: async () => true, hold() {}, close() {} }),
    ...options,
  })
  return { chat, source, ledger, storage, texts: () => chat.state.get().turns.map(textOf) }
}

const textOf = (turn: ChatTurn) =>
  turn.role === 'persona' && turn.end !== 'complete' ? `${turn.text} (${turn.end})` : turn.text
