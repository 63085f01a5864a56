import { ConversationError } from '@/lib/conversation/failure'
import type { Connection, ConnectOptions } from '@/lib/conversation/transport'
import type { SwaramGrant } from './transport'

/** One conversation on one socket. */
export async function openConnection(
  _: SwaramGrant,
  { signal }: ConnectOptions,
): Promise<Connection> {
  signal.throwIfAborted()
  throw new ConversationError({ code: 'connection_failed' })
}
