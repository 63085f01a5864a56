import { MOUTH_PARTS, MOUTHS, type MouthShape, type Viseme } from './mouths'

/** One sound of an utterance; `endSeconds` counts from the start of the utterance. Names are Flite's. */
export interface Phoneme {
  phoneme: string
  endSeconds: number
}

/** How a sound uses a mouth. Dominance says how firmly the lips must get there. */
interface Gesture {
  viseme: Viseme
  openness: number
  dominance: number
}

const gesture = (viseme: Viseme, openness: number, dominance: number): Gesture => ({
  viseme,
  openness,
  dominance,
})

const PAUSE = gesture('rest', 0, 0.6)

const GESTURES: ReadonlyMap<string, Gesture> = new Map(
  Object.entries({
    pau: PAUSE,
    sil: PAUSE,
    aa: gesture('aa', 1, 0.9),
    ae: gesture('aa', 0.82, 0.9),
    ah: gesture('eh', 0.95, 0.6),
    ao: gesture('oh', 1, 0.9),
    aw: gesture('aa', 0.95, 0.9),
    ax: gesture('eh', 0.6, 0.45),
    ay: gesture('aa', 0.9, 0.9),
    eh: gesture('eh', 1, 0.7),
    er: gesture('ch', 0.8, 0.6),
    ey: gesture('ee', 1, 0.8),
    ih: gesture('ee', 0.8, 0.6),
    iy: gesture('ee', 0.9, 0.9),
    ow: gesture('oh', 0.9, 0.9),
    oy: gesture('oh', 1, 0.9),
    uh: gesture('oo', 1, 0.7),
    uw: gesture('oo', 0.9, 0.95),
    y: gesture('ee', 0.7, 0.6),
    w: gesture('oo', 0.7, 0.95),
    b: gesture('mbp', 1, 1.6),
    m: gesture('mbp', 1, 1.6),
    p: gesture('mbp', 1, 1.6),
    f: gesture('fv', 1, 1.4),
    v: gesture('fv', 1, 1.4),
    ch: gesture('ch', 1, 1),
    jh: gesture('ch', 1, 1),
    sh: gesture('ch', 1, 1.1),
    zh: gesture('ch', 1, 1),
    r: gesture('ch', 0.7, 0.7),
    s: gesture('ee', 0.62, 0.7),
    z: gesture('ee', 0.62, 0.7),
    t: gesture('ee', 0.6, 0.45),
    d: gesture('ee', 0.65, 0.45),
    n: gesture('th', 0.6, 0.45),
    l: gesture('th', 0.9, 0.6),
    th: gesture('th', 0.8, 0.9),
    dh: gesture('th', 0.7, 0.8),
    g: gesture('eh', 0.6, 0.35),
    k: gesture('eh', 0.6, 0.35),
    ng: gesture('eh', 0.5, 0.35),
    hh: gesture('eh', 0.6, 0.3),
  }),
)

/** Lips move slightly before the sound. */
const LEAD_SECONDS = 0.02

const NOTHING: MouthShape = {
  width: 0,
  open: 0,
  upperLip: 0,
  lowerLip: 0,
  corners: 0,
  pucker: 0,
  upperTeeth: 0,
  lowerTeeth: 0,
  tongue: 0,
  tuck: 0,
}

/** The co-articulated mouth `seconds` into an utterance: a blend of the sounds near that moment, each by its dominance. */
export function mouthAt(phonemes: readonly Phoneme[], seconds: number): MouthShape {
  const out = { ...NOTHING }
  let total = 0
  const add = ({ viseme, openness, dominance }: Gesture, nearness: number) => {
    const weight = nearness * dominance
    for (const part of MOUTH_PARTS)
      out[part] += weight * MOUTHS[viseme][part] * (part === 'open' ? openness : 1)
    total += weight
  }
  const at = seconds + LEAD_SECONDS
  let start = 0
  let near = false
  for (const { phoneme, endSeconds } of phonemes) {
    const middle = (start + endSeconds) / 2
    const half = Math.max(0.03, (endSeconds - start) / 2)
    const distance = Math.max(0, Math.abs(at - middle) - half * 0.35) / (0.028 + half * 0.5)
    if (distance < 3) {
      add(GESTURES.get(phoneme) ?? PAUSE, Math.exp(-distance * distance))
      near = true
    }
    start = endSeconds
  }
  if (!near || at > start) add(PAUSE, near ? Math.min(4, (at - start) * 30) : 1)
  for (const part of MOUTH_PARTS) out[part] /= total
  return out
}

/** Middles of the pauses inside an utterance, in seconds; the silence before the first word is none. */
export function pauses(phonemes: readonly Phoneme[]): number[] {
  const middles: number[] = []
  let start = 0
  for (const { phoneme, endSeconds } of phonemes) {
    if (phoneme === 'pau' && start > 0) middles.push((start + endSeconds) / 2)
    start = endSeconds
  }
  return middles
}
