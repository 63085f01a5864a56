import { z } from 'zod'
import { after } from '../conversation/time'

const message = z.object({
  type: z.enum(['claim', 'held']),
  sessionId: z.string(),
  /** Who claims. */
  tab: z.string(),
})

/** How long another tab has to answer, in milliseconds. */
const answerMs = 300

/** Which session this tab keeps. */
export interface ChatTabs {
  /**
   * A session that was found in storage: a browser copies that when a tab is duplicated, and two tabs
   * would overwrite what the other has said. Resolves to whether no other tab has it.
   */
  claim: (sessionId: string) => Promise<boolean>
  /** A session that has begun here; undefined: none. */
  hold: (sessionId: string | undefined) => void
  close: () => void
}

export function openChatTabs(channel: BroadcastChannel | undefined = openChannel()): ChatTabs {
  const tab = crypto.randomUUID()
  const closing = new AbortController()
  let held: string | undefined
  let lose = () => {}

  function hear({ data }: MessageEvent<unknown>) {
    const said = message.safeParse(data)
    if (!said.success || said.data.sessionId !== held) return
    const isMine = said.data.tab === tab
    if (said.data.type === 'held' && isMine) lose()
    if (said.data.type === 'claim' && !isMine) channel?.postMessage({ ...said.data, type: 'held' })
  }
  channel?.addEventListener('message', hear)

  return {
    claim(sessionId) {
      held = sessionId
      channel?.postMessage({ type: 'claim', sessionId, tab })
      return new Promise((resolve) => {
        const cancel = after(channel ? answerMs : 0, () => resolve(true), closing.signal)
        lose = () => {
          cancel()
          held = undefined
          resolve(false)
        }
      })
    },
    hold(sessionId) {
      held = sessionId
    },
    close() {
      closing.abort()
      channel?.removeEventListener('message', hear)
      channel?.close()
    },
  }
}

function openChannel() {
  return typeof BroadcastChannel === 'undefined'
    ? undefined
    : new BroadcastChannel('vis-a-vis.chats')
}
