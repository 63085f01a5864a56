import type { Hex } from '../draw/colour'

interface Skin {
  base: Hex
  light: Hex
  shade: Hex
  deep: Hex
  blush: Hex
  lip: Hex
}

/** A colour with its lit and its shaded tone. */
export interface Cloth {
  base: Hex
  dark: Hex
  light: Hex
}

export type HairStyleName =
  | 'waves'
  | 'swept'
  | 'afro'
  | 'textured'
  | 'bob'
  | 'bald'
  | 'hijab'
  | 'tied'
  | 'cropped'

export type OutfitKind =
  | 'blazer'
  | 'overshirt'
  | 'cardigan'
  | 'blouse'
  | 'crew'
  | 'turtleneck'
  | 'shirt'

export type RoomName = 'moss' | 'ink' | 'clay' | 'sea' | 'sand' | 'plum'

/** Everything that makes one person: factors are relative to the average face, lengths in design units. */
export interface Look {
  /** Which way the head is turned, -1..1. */
  turn: number
  face: { width: number; jaw: number; chin: number }
  /** Depth of lines, 0..1. */
  age: number
  skin: Skin
  hair: { style: HairStyleName; base: Hex; light: Hex; dark: Hex }
  brow: { colour: Hex; weight: number; arch: number }
  eye: { iris: Hex; lash: number; open: number; tilt?: number; fold?: number }
  mouth?: { upper?: number; lower?: number; width?: number; smile?: number }
  nose?: { width: number }
  beard?: { colour: Hex; alpha: number; full: number; grey?: Hex }
  freckles?: boolean
  glasses?: { kind: 'round' | 'square' | 'cat'; colour: Hex }
  earrings?: { kind: 'drop' | 'stud'; colour: Hex }
  body: { shoulders: number; neck: number }
  outfit: Cloth & { kind: OutfitKind; inner: Hex }
}
