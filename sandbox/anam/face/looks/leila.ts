import type { Look } from './look'

/** Twenties, rose hijab. */
export const leila: Look = {
  turn: -0.7,
  face: { width: 0.95, jaw: 0.9, chin: 0.92 },
  age: 0,
  skin: {
    base: '#dba981',
    light: '#f2cfa9',
    shade: '#b17a58',
    deep: '#7f4d36',
    blush: '#cf6f5d',
    lip: '#b75a58',
  },
  hair: { style: 'hijab', base: '#c98b8b', light: '#e9b9b3', dark: '#96595f' },
  brow: { colour: '#3a2620', weight: 1.05, arch: 1 },
  eye: { iris: '#5b4a2a', lash: 1.1, open: 1.06 },
  body: { shoulders: 164, neck: 35 },
  outfit: { kind: 'crew', base: '#5a6a86', dark: '#3f4c65', light: '#7888a3', inner: '#5a6a86' },
}
