import type { Look } from './look'

/** Thirties, natural curls, teal blouse. */
export const amara: Look = {
  turn: 0.7,
  face: { width: 0.98, jaw: 0.94, chin: 0.98 },
  age: 0.08,
  skin: {
    base: '#7d4b35',
    light: '#a86c4c',
    shade: '#553024',
    deep: '#361c17',
    blush: '#94402f',
    lip: '#8c4040',
  },
  hair: { style: 'afro', base: '#1f1513', light: '#4d352b', dark: '#100a09' },
  brow: { colour: '#1b1110', weight: 1, arch: 1.1 },
  eye: { iris: '#4a2a1a', lash: 1, open: 1.05 },
  mouth: { upper: 1.25, lower: 1.2, width: 1.04 },
  nose: { width: 1.2 },
  earrings: { kind: 'drop', colour: '#e3b04f' },
  body: { shoulders: 168, neck: 36 },
  outfit: { kind: 'blouse', base: '#1f7a78', dark: '#135654', light: '#3a9d97', inner: '#1f7a78' },
}
