import type { Desk } from './desk-state'

/**
 * Desks of this tab. The browser's Back shows a page as it was when it was left: older than what
 * was typed on it since. Filled in the browser only: a server has it empty.
 */
const desks = new Map<string, Desk>()

const most = 5

export function rememberDesk(id: string, desk: Desk) {
  desks.delete(id)
  desks.set(id, desk)
  for (const oldest of [...desks.keys()].slice(0, -most)) desks.delete(oldest)
}

/** The desk of a persona, where it knows more than a page that shows `version`. */
export function openDesk(id: string, version: number): Desk | undefined {
  const desk = desks.get(id)
  return desk?.state.get().id === id && desk.isAheadOf(version) ? desk : undefined
}
