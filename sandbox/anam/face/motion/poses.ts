import { MOUTH_PARTS, type MouthShape, mouthShape, type Viseme } from './mouths'
import { mouthAt, type Phoneme } from './phonemes'

/** One drawable mouth. */
export interface Pose {
  id: number
  viseme: Viseme
  openness: number
  shape: MouthShape
}

const VOCABULARY: readonly (readonly [Viseme, number])[] = [
  ['rest', 1],
  ['mbp', 1],
  ['fv', 1],
  ['ee', 0.35],
  ['ee', 0.7],
  ['ee', 1],
  ['ch', 0.45],
  ['ch', 1],
  ['eh', 0.3],
  ['eh', 0.65],
  ['eh', 1],
  ['aa', 0.7],
  ['aa', 1],
  ['oh', 0.5],
  ['oh', 0.95],
  ['oo', 0.45],
  ['oo', 1],
  ['th', 0.4],
  ['th', 0.9],
]

/** Every mouth at a few openings. The list is the whole vocabulary, so a cache of frames stays bounded. */
export const POSES: readonly Pose[] = VOCABULARY.map(([viseme, openness], id) => ({
  id,
  viseme,
  openness,
  shape: mouthShape(viseme, openness),
}))

export const RESTING_POSE = 0

/** The few mouths used for the frames of a blink in mid-sentence: nobody sees more, and each costs a cached frame. */
const COARSE: ReadonlySet<number> = new Set([0, 1, 4, 9, 12, 14, 15])

/** How much a difference in each part is noticed. */
const WEIGHTS: MouthShape = {
  width: 3.2,
  open: 4.2,
  upperLip: 0.5,
  lowerLip: 0.5,
  corners: 0.15,
  pucker: 1.2,
  upperTeeth: 0.3,
  lowerTeeth: 0.25,
  tongue: 0.3,
  tuck: 1.1,
}

/** How different two mouths look; 0 is the same. */
export function mouthDistance(a: MouthShape, b: MouthShape): number {
  let distance = 0
  for (const part of MOUTH_PARTS) distance += WEIGHTS[part] * (a[part] - b[part]) ** 2
  return distance
}

/** Nearest pose; `previous` is favoured a little so that the mouth does not flicker between two neighbours. */
export function nearestPose(shape: MouthShape, previous?: number, among?: ReadonlySet<number>) {
  let best = RESTING_POSE
  let least = Number.POSITIVE_INFINITY
  for (const pose of POSES) {
    if (among && !among.has(pose.id)) continue
    const distance = mouthDistance(shape, pose.shape) * (pose.id === previous ? 0.75 : 1)
    if (distance < least) {
      least = distance
      best = pose.id
    }
  }
  return best
}

const FRAME_SECONDS = 0.04

/** The pose `seconds` into an utterance: the one of the frame before is favoured, and a blink makes do with few mouths. */
export function poseAt(phonemes: readonly Phoneme[], seconds: number, blinking: boolean): number {
  const shape = mouthAt(phonemes, seconds)
  if (blinking) return nearestPose(shape, undefined, COARSE)
  return nearestPose(shape, nearestPose(mouthAt(phonemes, seconds - FRAME_SECONDS)))
}
