import type { Look } from './look'

/** Thirties, textured black hair, round glasses. */
export const kenji: Look = {
  turn: -0.7,
  face: { width: 0.98, jaw: 1, chin: 1.05 },
  age: 0.12,
  skin: {
    base: '#e6b88e',
    light: '#f8d7b2',
    shade: '#bf8863',
    deep: '#8d573b',
    blush: '#d67c62',
    lip: '#bb7262',
  },
  hair: { style: 'textured', base: '#252122', light: '#5d5452', dark: '#131011' },
  brow: { colour: '#201d20', weight: 1.1, arch: 0.35 },
  eye: { iris: '#3c261a', lash: 0.4, open: 0.86, tilt: 1.5, fold: 0.5 },
  glasses: { kind: 'round', colour: '#2f2a2a' },
  body: { shoulders: 186, neck: 42 },
  outfit: { kind: 'crew', base: '#7d8f78', dark: '#5d6e5a', light: '#9cad94', inner: '#f2efe8' },
}
