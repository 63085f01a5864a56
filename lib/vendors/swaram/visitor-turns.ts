import type { TransportEvent } from '@/lib/conversation/transport'
import type { RealtimeEvent } from './realtime-events'

type Words = Extract<RealtimeEvent, { type: 'visitor-words' }>

/** So many turns are remembered: more than can still be told twice. */
const remembered = 20

/**
 * Tells what the visitor said once for each turn: Swaram tells it as the item of the conversation
 * and as the finished transcription, in either order, and not always with an id.
 */
export function createVisitorTurns(tell: (event: TransportEvent) => void) {
  let known: string[] = []
  /** What was told since the visitor last began to speak. */
  let last: string | undefined
  let count = 0

  return {
    speech(on: boolean) {
      if (on) last = undefined
    },
    words({ id, text }: Words) {
      if ((id !== undefined && known.includes(id)) || text === last) return
      if (id !== undefined) known = [...known, id].slice(-remembered)
      last = text
      count += 1
      tell({
        type: 'words',
        messageId: `visitor-${count}`,
        role: 'user',
        text,
        final: true,
        interrupted: false,
      })
    },
  }
}
