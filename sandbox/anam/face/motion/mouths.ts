/** What a mouth looks like; all parts are factors of the resting mouth or shares from 0 to 1. */
export interface MouthShape {
  width: number
  /** Opening of the jaw. */
  open: number
  upperLip: number
  lowerLip: number
  /** Lift of the corners. */
  corners: number
  pucker: number
  upperTeeth: number
  lowerTeeth: number
  tongue: number
  /** Lower lip tucked under the upper teeth. */
  tuck: number
}

const REST: MouthShape = {
  width: 1,
  open: 0,
  upperLip: 1,
  lowerLip: 1,
  corners: 1,
  pucker: 0,
  upperTeeth: 0,
  lowerTeeth: 0,
  tongue: 0,
  tuck: 0,
}

const shape = (change: Partial<MouthShape>): MouthShape => ({ ...REST, ...change })

/** The mouths that speech is made of, named after the sounds that need them. */
export const MOUTHS = {
  rest: REST,
  mbp: shape({ width: 0.96, upperLip: 0.72, lowerLip: 0.76, corners: 0.5 }),
  fv: shape({
    width: 0.98,
    open: 0.2,
    upperLip: 0.85,
    lowerLip: 0.72,
    corners: 0.6,
    upperTeeth: 1,
    tuck: 1,
  }),
  ee: shape({
    width: 1.13,
    open: 0.26,
    upperLip: 0.9,
    lowerLip: 0.9,
    corners: 1.3,
    upperTeeth: 1,
    lowerTeeth: 0.5,
    tongue: 0.2,
  }),
  ch: shape({
    width: 0.86,
    open: 0.28,
    upperLip: 1.15,
    lowerLip: 1.12,
    corners: 0,
    pucker: 0.5,
    upperTeeth: 1,
    lowerTeeth: 0.8,
  }),
  eh: shape({
    width: 1.05,
    open: 0.48,
    upperLip: 0.95,
    lowerLip: 0.95,
    corners: 0.7,
    upperTeeth: 0.9,
    lowerTeeth: 0.1,
    tongue: 0.5,
  }),
  aa: shape({
    open: 0.74,
    upperLip: 0.95,
    corners: 0,
    pucker: 0.05,
    upperTeeth: 0.75,
    tongue: 0.7,
  }),
  oh: shape({
    width: 0.74,
    open: 0.6,
    upperLip: 1.12,
    lowerLip: 1.1,
    corners: -0.6,
    pucker: 0.6,
    upperTeeth: 0.35,
    tongue: 0.35,
  }),
  oo: shape({ width: 0.56, open: 0.34, upperLip: 1.2, lowerLip: 1.15, corners: -0.3, pucker: 1 }),
  th: shape({
    width: 1.02,
    open: 0.34,
    upperLip: 0.95,
    lowerLip: 0.95,
    corners: 0.6,
    upperTeeth: 1,
    lowerTeeth: 0.1,
    tongue: 1,
  }),
} as const satisfies Record<string, MouthShape>

export type Viseme = keyof typeof MOUTHS

/** Every part of a mouth, for sums over all of them. */
export const MOUTH_PARTS = [
  'width',
  'open',
  'upperLip',
  'lowerLip',
  'corners',
  'pucker',
  'upperTeeth',
  'lowerTeeth',
  'tongue',
  'tuck',
] as const satisfies readonly (keyof MouthShape)[]

/** A mouth at some openness (0..1): the lips keep their width, the jaw scales. */
export const mouthShape = (viseme: Viseme, openness = 1): MouthShape => ({
  ...MOUTHS[viseme],
  open: MOUTHS[viseme].open * openness,
})
