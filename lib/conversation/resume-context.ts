import { toolWords } from './tool-words'
import { isSaid, type Turn } from './transcript'

/** Enough for several minutes of talk, and well below what a vendor takes in one message. */
const maxLength = 4_000

/**
 * What a persona on a new connection has to know: the newest turns that fit, oldest first.
 * undefined when nothing was said.
 */
export function resumeContext(turns: readonly Turn[]): string | undefined {
  const lines: string[] = []
  let length = 0
  for (const turn of turns.toReversed()) {
    const line = lineOf(turn)
    if (!line) continue
    length += line.length
    if (length > maxLength) break
    lines.unshift(line)
  }
  if (lines.length === 0) return undefined
  return [
    'The connection was lost for a moment and stands again. The conversation so far:',
    ...lines,
    'Go on from here. Do not greet the visitor again.',
  ].join('\n')
}

function lineOf(turn: Turn): string | undefined {
  if (!isSaid(turn)) return `You used a tool: ${toolWords(turn)}`
  const text = turn.text.trim()
  if (turn.pending || !text) return undefined
  return `${turn.role === 'user' ? 'Visitor' : 'You'}: ${text.slice(0, maxLength / 4)}`
}
