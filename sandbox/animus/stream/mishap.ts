import type { Wire } from '@/sandbox/chat/wire'
import type { Fault } from '../faults/fault'
import type { Entry } from '../journal'
import type { Chunks } from './chunks'

const KEEP_ALIVE_MS = 1_000
const HUGE_BYTES = 10_000_000

interface Scene {
  wire: Wire
  chunks: Chunks
  entry: Entry
  fault: Fault | undefined
}

/** What a fault does in the middle of a stream. `over`: nothing comes after it. */
export async function mishap({ wire, chunks, entry, fault }: Scene): Promise<'over' | 'goes on'> {
  const { response } = wire
  switch (fault?.event) {
    case 'error':
      await wire.frame({ error: { message: fault.message ?? 'Upstream timed out', code: 504 } })
      response.end()
      return 'over'
    case 'cut':
      entry.outcome = 'cut'
      response.destroy()
      return 'over'
    case 'stall':
      while (!wire.isGone) {
        await wire.wait(KEEP_ALIVE_MS)
        if (fault.comments) await wire.comment('keep-alive')
      }
      return 'over'
    case 'malformed':
      await wire.raw(
        'data: {"object":"chat.completion.chunk","choices":[{"delta":{"content":"ha\n\n',
      )
      return 'goes on'
    case 'huge':
      await wire.frame(chunks.word('x'.repeat(HUGE_BYTES)))
      return 'goes on'
    case 'split-utf8':
      for (const text of [' Naïve café', ' ☕️ മലയാളം', ' 👩‍🚀🙂. ']) {
        await wire.frame(chunks.word(text))
      }
      return 'goes on'
    case 'out-of-order':
      for (const frame of [...chunks.closing, ...chunks.opening]) await wire.frame(frame)
      return 'goes on'
    case 'unknown':
      await wire.raw('event: turn\nid: 7\nretry: 10\ndata: {"object":"chat.turn","turn":{}}\n\n')
      await wire.raw('data: 42\n\ndata: null\n\ndata: []\n\ndata:\n\nnonsense\n\n')
      await wire.frame({ object: 'chat.completion.chunk', choices: [{ index: 3, delta: null }] })
      return 'goes on'
    default:
      return 'goes on'
  }
}
