import { noise } from './noise'

/** One drawable position of the head; offsets in 600ths of the frame's height, tilt in radians, gaze in -1..1. */
export interface HeadPose {
  x: number
  y: number
  tilt: number
  gaze: readonly [x: number, y: number]
  brow: number
}

const FIRST: HeadPose = { x: 0.9, y: 0, tilt: 0.006, gaze: [0, 0], brow: 0 }
const SECOND: HeadPose = { x: -2, y: 0.5, tilt: -0.015, gaze: [-0.1, 0], brow: 0.35 }
const inhaled = (pose: HeadPose): HeadPose => ({ ...pose, y: pose.y + 0.7 })
const between = (t: number): HeadPose => ({
  x: FIRST.x + (SECOND.x - FIRST.x) * t,
  y: FIRST.y + (SECOND.y - FIRST.y) * t,
  tilt: FIRST.tilt + (SECOND.tilt - FIRST.tilt) * t,
  gaze: t < 0.5 ? FIRST.gaze : SECOND.gaze,
  brow: SECOND.brow * t,
})

/** All positions of the head. Gaze and brow ride on them, so they cost no frames of their own. While the mouth moves only
 * the first four are used (two stances, breath out and in); the steps between the stances happen in pauses. */
export const HEADS: readonly HeadPose[] = [
  FIRST,
  inhaled(FIRST),
  SECOND,
  inhaled(SECOND),
  ...[0.1, 0.28, 0.5, 0.72, 0.9].map(between),
  ...[1.5, 3.2, 5, 6.4].map((y) => ({
    ...FIRST,
    y,
    gaze: [0, -0.035 * y] as const,
    brow: 0.03 * y,
  })),
  { ...FIRST, gaze: [0.5, 0.2] },
]

export const RESTING_HEAD = 0
const STANCE_CHANGE = 4
const NOD = 9
const GLANCE = 13
const CHANGE_SECONDS = 0.28

/** 1 while breathing in, else 0; every face starts by breathing out, so that first frames are all alike. */
const breath = (seed: number, seconds: number) =>
  Math.sin(seconds * (1.4 + 0.25 * noise(seed, 77))) > 0.05 ? 1 : 0

/** Head while speaking: the stance changes at the pauses of the utterance (`quiet`, seconds into it) and ends as it began. */
export function speakingHead(seed: number, clock: number, quiet: readonly number[], into: number) {
  const changes = quiet.slice(0, quiet.length - (quiet.length % 2))
  let stance = 0
  for (const middle of changes) {
    const progress = (into - middle) / CHANGE_SECONDS + 0.5
    if (progress >= 1) stance = 1 - stance
    else if (progress > 0) {
      const step = Math.min(4, Math.floor(progress * 5))
      return STANCE_CHANGE + (stance ? 4 - step : step)
    }
  }
  return stance * 2 + breath(seed, clock)
}

/** Head while listening: a nod every few seconds, some of them double. */
export function listeningHead(seed: number, clock: number): number {
  const slot = 3.2
  const k = Math.floor(clock / slot)
  const since = clock - k * slot - 0.4 - noise(seed, k + 900) * 1.6
  if (since > 0 && since < 0.8 && noise(seed, k + 500) < 0.8) {
    const times = noise(seed, k + 700) < 0.4 ? 2 : 1
    const step = Math.round(Math.sin((since / 0.8) * Math.PI * times) ** 2 * 4)
    return step ? NOD + step - 1 : RESTING_HEAD
  }
  return breath(seed, clock)
}

/** Head in silence: breath, and now and then a glance aside. */
export function idleHead(seed: number, clock: number): number {
  const slot = 5.5
  const k = Math.floor(clock / slot)
  const since = clock - k * slot - 1 - noise(seed, k + 300) * 3
  if (since > 0 && since < 0.9 && noise(seed, k + 400) < 0.6) return GLANCE
  return breath(seed, clock)
}
