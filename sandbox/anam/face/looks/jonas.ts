import type { Look } from './look'

/** Forties, sandy hair swept back, beard. */
export const jonas: Look = {
  turn: 0.8,
  face: { width: 1, jaw: 1.1, chin: 1.2 },
  age: 0.35,
  skin: {
    base: '#ecbc9b',
    light: '#fbdcc2',
    shade: '#c68a6c',
    deep: '#95583f',
    blush: '#dc7f6a',
    lip: '#c17768',
  },
  hair: { style: 'swept', base: '#8a5a34', light: '#c4935c', dark: '#5b371f' },
  brow: { colour: '#77492a', weight: 1.15, arch: 0.5 },
  eye: { iris: '#5f86a0', lash: 0.35, open: 0.92 },
  beard: { colour: '#85542f', alpha: 0.92, full: 1 },
  body: { shoulders: 196, neck: 45 },
  outfit: {
    kind: 'overshirt',
    base: '#2f4a63',
    dark: '#20354a',
    light: '#45647f',
    inner: '#e9e6df',
  },
}
