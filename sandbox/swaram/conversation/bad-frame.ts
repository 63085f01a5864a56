import type { Outlet } from '../engine/outlet'
import type { ReplyFault } from '../faults/fault'

type BadFrame = Extract<ReplyFault, { kind: 'bad-frame' }>['frame']

const TEN_MB = 10_000_000

/** Sends what a sound vendor would not. */
export function sendBadFrame(outlet: Outlet, frame: BadFrame, ids: Record<string, string>) {
  switch (frame) {
    case 'malformed-json':
      return outlet.raw('{"type":"response.output_audio.delta","delta":"AAA')
    case 'unknown-event':
      return outlet.send('response.sandbox.unheard_of', { ...ids, delta: 42 })
    case 'binary':
      return outlet.raw(Buffer.alloc(4_800, 1))
    case 'huge': {
      const delta = Buffer.alloc(TEN_MB).toString('base64')
      return outlet.send('response.output_audio.delta', { ...ids, delta })
    }
    case 'error-event':
      return outlet.error(
        'server_error',
        'the voice service is temporarily unavailable, please retry',
        'server_error',
      )
    default:
      // The others are a matter of order and size, which the reply sees to.
      return undefined
  }
}
