import { createHash } from 'node:crypto'

/** A UUID that is the same in every run: what developers saved yesterday exists today. */
export function stableId(name: string): string {
  const hex = createHash('sha256').update(`vis-a-vis ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-')
}
