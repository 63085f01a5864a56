import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

/** Lightness, chroma, hue in degrees, opacity. */
type Oklch = readonly [number, number, number, number]
type Theme = Map<string, Oklch>

const css = readFileSync(new URL('globals.css', import.meta.url), 'utf8')
const darkAt = css.indexOf('prefers-color-scheme: dark')

function tokens(text: string): [string, Oklch][] {
  const pattern = /--([\w-]+):\s*oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+))?\)/g
  return [...text.matchAll(pattern)].map(([, name = '', l, c, h, alpha = '1']) => [
    name,
    [Number(l), Number(c), Number(h), Number(alpha)],
  ])
}

const light: Theme = new Map(tokens(css.slice(0, darkAt)))
const themes: Record<string, Theme> = {
  light,
  dark: new Map([...light, ...tokens(css.slice(darkAt))]),
}

/** Linear sRGB, clipped to the gamut, by the matrices of the OKLab definition. */
function linear([lightness, chroma, hue]: Oklch): number[] {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ].map((channel) => Math.min(1, Math.max(0, channel)))
}

const encode = (x: number) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055)
const decode = (x: number) => (x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4)

/** Relative luminance of a colour; a translucent one lies over white, which is its worst case. */
function luminance(colour: Oklch): number {
  const alpha = colour[3]
  const over = linear(colour).map((x) => (alpha === 1 ? x : decode(encode(x) * alpha + 1 - alpha)))
  const [red = 0, green = 0, blue = 0] = over
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(theme: Theme, one: string, other: string): number {
  const [low = 0, high = 0] = [one, other]
    .map((name) => {
      const colour = theme.get(name)
      if (!colour) throw new Error(`globals.css has no --${name}`)
      return luminance(colour)
    })
    .sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** What lies on what, in the components. WCAG 2: text needs 4.5, bounds and focus rings 3. */
const text = {
  page: ['text', 'text-2', 'text-3', 'accent-text', 'danger-text', 'success-text'],
  surface: ['text-3'],
  sunken: ['text', 'text-2', 'text-3'],
  hover: ['text', 'text-2'],
  raised: ['text', 'text-3'],
  accent: ['on-accent'],
  'accent-hover': ['on-accent'],
  'accent-soft': ['accent-text'],
  danger: ['on-danger'],
  'danger-soft': ['danger-text'],
  'success-soft': ['success-text'],
  'warning-soft': ['warning-text'],
  stage: ['stage-text', 'stage-text-2', 'stage-warning-text'],
  'stage-raised': ['stage-text', 'stage-text-2', 'stage-danger-text'],
  'stage-hover': ['stage-text'],
  'stage-accent': ['stage-on-accent'],
  'stage-accent-hover': ['stage-on-accent'],
  'stage-danger': ['stage-on-danger'],
  'stage-glass': ['stage-text', 'stage-text-2'],
  'room-moss': ['stage-text', 'stage-text-2'],
  'room-ink': ['stage-text', 'stage-text-2'],
  'room-clay': ['stage-text', 'stage-text-2'],
  'room-sea': ['stage-text', 'stage-text-2'],
  'room-sand': ['stage-text', 'stage-text-2'],
  'room-plum': ['stage-text', 'stage-text-2'],
  'lamp-sand': ['stage-text'],
}
const bounds = {
  page: ['line-field', 'focus'],
  raised: ['line-field', 'focus'],
  sunken: ['accent'],
  stage: ['stage-focus'],
  'stage-raised': ['stage-accent'],
}

const pairs = (table: Record<string, string[]>, minimum: number) =>
  Object.entries(table).flatMap(([ground, names]) =>
    names.map((name) => ({ name, ground, minimum })),
  )

describe.each(Object.entries(themes))('the colours of the %s theme', (_, theme) => {
  it.each([...pairs(text, 4.5), ...pairs(bounds, 3)])(
    '$name on $ground has a contrast of at least $minimum',
    ({ name, ground, minimum }) => {
      expect(contrast(theme, name, ground)).toBeGreaterThanOrEqual(minimum)
    },
  )
})
