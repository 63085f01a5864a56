import type { SaidTurn } from './transcript'

/** What has to be known about a turn beside its words. `isOver`: nothing can be sent any more. */
export function turnMark(
  { pending, interrupted }: Pick<SaidTurn, 'pending' | 'interrupted'>,
  isOver: boolean,
): string | undefined {
  if (pending) return isOver ? 'Not sent' : 'Waiting for the connection'
  return interrupted ? 'You interrupted' : undefined
}
