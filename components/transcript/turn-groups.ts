import type { Turn } from '@/lib/conversation/transcript'

/** Of one group about as much as fits on a screen or two is laid out and drawn. */
const size = 20

export type TurnGroup = readonly Turn[]

/**
 * Puts turns into groups of a fixed size. Groups whose turns are the same as at the last call are
 * the same arrays, so that of thousands of turns one group renders when a word arrives.
 */
export function createTurnGroups(): (turns: readonly Turn[]) => readonly TurnGroup[] {
  let grouped: readonly Turn[] = []
  let groups: readonly TurnGroup[] = []

  return (turns) => {
    if (turns === grouped) return groups
    const before = groups
    groups = Array.from({ length: Math.ceil(turns.length / size) }, (_, index) => {
      const group = turns.slice(index * size, (index + 1) * size)
      const known = before[index]
      return known && isSame(known, group) ? known : group
    })
    grouped = turns
    return groups
  }
}

const isSame = (one: TurnGroup, other: TurnGroup) =>
  one.length === other.length && one.every((turn, index) => turn === other[index])
