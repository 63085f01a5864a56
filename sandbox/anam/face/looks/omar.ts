import type { Look } from './look'

/** Fifties, shaved head, salt-and-pepper beard. */
export const omar: Look = {
  turn: -0.75,
  face: { width: 1.02, jaw: 1.1, chin: 1.15 },
  age: 0.6,
  skin: {
    base: '#c08a62',
    light: '#e0b187',
    shade: '#935f43',
    deep: '#683d2b',
    blush: '#b9604a',
    lip: '#a3605a',
  },
  hair: { style: 'bald', base: '#4a4140', light: '#8b8380', dark: '#2b2526' },
  brow: { colour: '#3a302d', weight: 1.35, arch: 0.4 },
  eye: { iris: '#4d3320', lash: 0.4, open: 0.88 },
  nose: { width: 1.1 },
  beard: { colour: '#4c4443', alpha: 0.94, full: 0.8, grey: '#b8b2ad' },
  body: { shoulders: 200, neck: 48 },
  outfit: { kind: 'shirt', base: '#e8ecef', dark: '#b4c0c9', light: '#ffffff', inner: '#ffffff' },
}
