import { noise } from './noise'

const SLOT_SECONDS = 3.9
const HALF = 0.5

/** The drawable eyelids, from open to shut. */
export type Blink = 0 | 0.5 | 1

/** Eyelids at a moment of the clock. A blink about every four seconds (now and then a double one), drawn to a pause in
 * speech if one is near: `quiet` holds the middles of such pauses on the same clock. */
export function blinkAt(seed: number, seconds: number, quiet: readonly number[] = []): Blink {
  const slot = Math.floor(seconds / SLOT_SECONDS)
  for (let k = Math.max(0, slot - 1); k <= slot + 1; k++) {
    const first = towardsQuiet(k * SLOT_SECONDS + 0.5 + noise(seed, k * 7 + 1) * 2.6, quiet)
    const starts = noise(seed, k * 7 + 2) < 0.14 ? [first, first + 0.32] : [first]
    for (const start of starts) {
      const since = seconds - start
      if (since >= 0 && since < 0.2) return since < 0.04 || since >= 0.12 ? HALF : 1
    }
  }
  return 0
}

function towardsQuiet(seconds: number, quiet: readonly number[]): number {
  let shift = 0.9
  for (const middle of quiet) {
    const candidate = middle - 0.05 - seconds
    if (Math.abs(candidate) < Math.abs(shift)) shift = candidate
  }
  return shift < 0.9 ? seconds + shift : seconds
}
