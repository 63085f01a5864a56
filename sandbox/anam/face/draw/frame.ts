/** Size of a picture in pixels. */
export interface FaceSize {
  width: number
  height: number
}

/** Height of every picture in design units. */
const DESIGN_HEIGHT = 600
/** Share of the height at which the eyes lie: the chin comes to 67 %, above captions and controls. */
const EYE_LINE = 0.465

/** Pixels per design unit, and where the middle between the eyes lies. */
export function frameOf({ width, height }: FaceSize) {
  return {
    scale: height / DESIGN_HEIGHT,
    x: Math.round(width / 2),
    y: Math.round(height * EYE_LINE),
  }
}
