import type { Look } from './look'

/** Sixties, grey cropped curls, glasses. */
export const samuel: Look = {
  turn: 0.75,
  face: { width: 1, jaw: 1.06, chin: 1.1 },
  age: 0.7,
  skin: {
    base: '#6a4030',
    light: '#946049',
    shade: '#472820',
    deep: '#2d1713',
    blush: '#7f3a2b',
    lip: '#7a453f',
  },
  hair: { style: 'cropped', base: '#77716e', light: '#b9b2ad', dark: '#4a4442' },
  brow: { colour: '#5a524e', weight: 1.15, arch: 0.6 },
  eye: { iris: '#3b2216', lash: 0.35, open: 0.9 },
  mouth: { upper: 1.15, lower: 1.15, width: 1.04 },
  nose: { width: 1.22 },
  beard: { colour: '#8a8480', alpha: 0.8, full: 0.35, grey: '#cdc7c1' },
  glasses: { kind: 'square', colour: '#1f1512' },
  body: { shoulders: 192, neck: 45 },
  outfit: {
    kind: 'cardigan',
    base: '#c9963f',
    dark: '#9d6f27',
    light: '#e0b567',
    inner: '#f5f1e8',
  },
}
