import { randomUUID } from 'node:crypto'
import type { Utterance } from '../speech/speaker'

/** A turn of the persona that has not been spoken yet; interruptible unless said otherwise. */
export function newUtterance(
  options: Partial<Pick<Utterance, 'correlationId' | 'talkStreamId' | 'interruptible'>> = {},
): Utterance {
  return {
    messageId: randomUUID(),
    correlationId: options.correlationId ?? randomUUID(),
    interruptible: options.interruptible ?? true,
    said: '',
    chunks: 0,
    seconds: 0,
    ...(options.talkStreamId === undefined ? {} : { talkStreamId: options.talkStreamId }),
  }
}
