import type { Wire } from '@/sandbox/chat/wire'
import type { Fault } from '../faults/fault'
import type { Entry } from '../journal'
import type { Frames } from './frames'

const KEEP_ALIVE_MS = 1_000
const HUGE_BYTES = 10_000_000

interface Scene {
  wire: Wire
  frames: Frames
  entry: Entry
  fault: Fault | undefined
}

/** What a fault does in the middle of a stream. `over`: nothing comes after it. */
export async function mishap({ wire, frames, entry, fault }: Scene): Promise<'over' | 'goes on'> {
  const { response } = wire
  switch (fault?.event) {
    case 'error':
      await wire.frame(
        frames.failure({
          message: 'The model provider did not answer in time',
          type: 'timeout_error',
          code: fault.code ?? 'timeout',
          trace_id: `trace_${entry.id}`,
          request_id: entry.id,
        }),
      )
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
      await wire.raw('data: {"type":"response.output_text.delta","delta":"half a fra\n\n')
      return 'goes on'
    case 'huge':
      await wire.frame(frames.delta('x'.repeat(HUGE_BYTES), 0))
      return 'goes on'
    case 'split-utf8':
      for (const [index, text] of [' Naïve café', ' ☕️ മലയാളം', ' 👩‍🚀🙂. '].entries()) {
        await wire.frame(frames.delta(text, index))
      }
      return 'goes on'
    case 'out-of-order':
      for (const frame of [...frames.closing, ...frames.opening]) await wire.frame(frame)
      return 'goes on'
    case 'unknown':
      await wire.raw('event: portal\nid: 7\nretry: 10\ndata: {"type":"portal.tool","tool":{}}\n\n')
      await wire.raw('data: 42\n\ndata: null\n\ndata: []\n\ndata:\n\nnonsense\n\n')
      await wire.frame({ type: 'response.something.new', delta: 17 })
      return 'goes on'
    default:
      return 'goes on'
  }
}
