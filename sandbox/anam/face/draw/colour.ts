/** A colour as `#rrggbb`. */
export type Hex = `#${string}`

const channels = (colour: Hex): [number, number, number] => {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

export const lerp = (a: number, b: number, t: number) => a + (b - a) * t

/** The colour at some opacity, as a canvas takes it. */
export const rgba = (colour: Hex, alpha: number) => `rgba(${channels(colour).join(',')},${alpha})`

/** From `a` (t = 0) to `b` (t = 1). */
export function mix(a: Hex, b: Hex, t: number): Hex {
  const to = channels(b)
  const mixed = channels(a).map((from, i) =>
    Math.round(lerp(from, to[i] ?? from, t))
      .toString(16)
      .padStart(2, '0'),
  )
  return `#${mixed.join('')}`
}

/** WCAG 2 contrast of two colours, 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05)
}

function luminance(colour: Hex): number {
  const [r, g, b] = channels(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
