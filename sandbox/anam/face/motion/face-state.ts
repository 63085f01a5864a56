import { type Blink, blinkAt } from './blink'
import { HEADS, idleHead, listeningHead, RESTING_HEAD, speakingHead } from './head-motion'
import { type Phoneme, pauses } from './phonemes'
import { mouthDistance, POSES, poseAt, RESTING_POSE } from './poses'

/** What a face is asked to show. */
export interface FaceInput {
  /** Clock of the session. */
  seconds: number
  /** What is being said, and how far into it the voice is; null in silence. */
  speech: { phonemes: readonly Phoneme[]; seconds: number } | null
  /** Whether the visitor speaks. */
  listening: boolean
}

/** How far the face has turned to a speaking visitor, in thirds. */
export type Attention = 0 | 1 | 2 | 3

/** One drawable face out of a bounded vocabulary. */
export interface FaceState {
  pose: number
  blink: Blink
  head: number
  attention: Attention
}

/** The state of every first frame and of every still. */
export const FIRST_STATE: FaceState = {
  pose: RESTING_POSE,
  blink: 0,
  head: RESTING_HEAD,
  attention: 0,
}

/** Name of a state in caches. */
export const stateKey = ({ pose, blink, head, attention }: FaceState) =>
  `${pose}.${blink * 2}.${head}.${attention}`

/** The state at a moment: a pure function, the same input always gives the same face. */
export function faceState(seed: number, input: FaceInput, attention: Attention): FaceState {
  const { seconds, speech } = input
  if (speech) {
    const quiet = pauses(speech.phonemes)
    const offset = seconds - speech.seconds
    const blink = blinkAt(
      seed,
      seconds,
      quiet.map((middle) => middle + offset),
    )
    return {
      pose: poseAt(speech.phonemes, speech.seconds, blink > 0),
      blink,
      head: speakingHead(seed, seconds, quiet, speech.seconds),
      attention: 0,
    }
  }
  const head = attention > 1 ? listeningHead(seed, seconds) : idleHead(seed, seconds)
  return { pose: RESTING_POSE, blink: blinkAt(seed, seconds), head, attention }
}

/** How different two faces look: the mouth counts most, since it must stay with the voice. */
export function stateDistance(a: FaceState, b: FaceState): number {
  const mouth = mouthDistance(shapeOf(a.pose), shapeOf(b.pose))
  const headA = HEADS[a.head]
  const headB = HEADS[b.head]
  const head = headA && headB ? Math.hypot(headA.x - headB.x, headA.y - headB.y) : 0
  return (
    mouth * 10 + head * 0.4 + Math.abs(a.blink - b.blink) * 3 + Math.abs(a.attention - b.attention)
  )
}

const REST_SHAPE = POSES[RESTING_POSE]?.shape
function shapeOf(pose: number) {
  const shape = POSES[pose]?.shape ?? REST_SHAPE
  if (!shape) throw new RangeError(`No pose ${pose}`)
  return shape
}
