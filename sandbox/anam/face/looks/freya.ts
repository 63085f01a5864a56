import type { Look } from './look'

/** Twenties, copper hair tied back, freckles. */
export const freya: Look = {
  turn: 0.8,
  face: { width: 0.96, jaw: 0.92, chin: 0.95 },
  age: 0,
  skin: {
    base: '#f1c4a8',
    light: '#fee2cd',
    shade: '#cd9177',
    deep: '#9c5c46',
    blush: '#e27f6f',
    lip: '#c96a66',
  },
  hair: { style: 'tied', base: '#a9512a', light: '#e0904f', dark: '#742f18' },
  brow: { colour: '#8c4526', weight: 0.9, arch: 0.8 },
  eye: { iris: '#5e7d4f', lash: 0.85, open: 1.04 },
  freckles: true,
  earrings: { kind: 'stud', colour: '#f3ead8' },
  body: { shoulders: 164, neck: 34 },
  outfit: { kind: 'crew', base: '#2f5d4e', dark: '#1f4237', light: '#4b8170', inner: '#f4efe6' },
}
