import type { Look } from './look'

/** Sixties, silver bob, plum turtleneck. */
export const ines: Look = {
  turn: 0.75,
  face: { width: 0.98, jaw: 0.98, chin: 0.98 },
  age: 0.85,
  skin: {
    base: '#e7b496',
    light: '#f8d8c0',
    shade: '#c18669',
    deep: '#91563f',
    blush: '#d5756b',
    lip: '#b65f60',
  },
  hair: { style: 'bob', base: '#c6c0bc', light: '#f4f0ec', dark: '#9b938f' },
  brow: { colour: '#93877f', weight: 0.75, arch: 0.9 },
  eye: { iris: '#5f7f6c', lash: 0.7, open: 0.92 },
  mouth: { smile: 1.5 },
  glasses: { kind: 'cat', colour: '#8c3a4a' },
  body: { shoulders: 168, neck: 36 },
  outfit: {
    kind: 'turtleneck',
    base: '#6a3a5c',
    dark: '#4b2641',
    light: '#8a5579',
    inner: '#6a3a5c',
  },
}
