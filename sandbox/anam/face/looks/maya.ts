import type { Look } from './look'

/** Thirties, long dark waves, rust blazer. */
export const maya: Look = {
  turn: -0.8,
  face: { width: 0.96, jaw: 0.9, chin: 0.92 },
  age: 0.1,
  skin: {
    base: '#bd8159',
    light: '#dfab80',
    shade: '#8f5640',
    deep: '#653428',
    blush: '#b8513f',
    lip: '#a24a46',
  },
  hair: { style: 'waves', base: '#2c1a17', light: '#6b4331', dark: '#170c0c' },
  brow: { colour: '#2a1814', weight: 0.95, arch: 1 },
  eye: { iris: '#6a3f22', lash: 1, open: 1.04 },
  body: { shoulders: 166, neck: 35 },
  outfit: { kind: 'blazer', base: '#b5532f', dark: '#8b3a21', light: '#cf7148', inner: '#f3e7d6' },
}
