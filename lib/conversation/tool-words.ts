import type { ToolTurn } from './transcript'

const marks: Record<ToolTurn['state'], string | undefined> = {
  running: undefined,
  done: undefined,
  declined: 'You said no',
  unanswered: 'Not answered',
  failed: 'Did not work',
}

/** How it ended, where that has to be said. */
export const toolMark = ({ state }: Pick<ToolTurn, 'state'>): string | undefined => marks[state]

/** Label and detail: `Set a timer: three minutes`. */
export const toolAction = ({ label, detail }: Pick<ToolTurn, 'label' | 'detail'>): string =>
  detail ? `${label}: ${detail}` : label

/** A use of a tool in one line: `Set a timer: three minutes (You said no)`. */
export function toolWords(turn: Pick<ToolTurn, 'label' | 'detail' | 'state'>): string {
  const mark = toolMark(turn)
  return mark ? `${toolAction(turn)} (${mark})` : toolAction(turn)
}
