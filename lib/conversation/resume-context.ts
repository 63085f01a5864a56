import type { Turn } from './transcript'

/** Enough for several minutes of talk, and well below what a vendor takes in one message. */
const maxLength = 4_000

/**
 * What a persona on a new connection has to know: the newest turns that fit, oldest first.
 * undefined when nothing was said.
 */
export function resumeContext(turns: readonly Turn[]): string | undefined {
  const lines: string[] = []
  let length = 0
  for (const { role, text, pending } of turns.toReversed()) {
    if (pending || !text.trim()) continue
    const line = `${role === 'user' ? 'Visitor' : 'You'}: ${text.trim().slice(0, maxLength / 4)}`
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
