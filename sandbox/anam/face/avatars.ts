import type { RoomName } from './looks/look'

/** The drawn people, in the order of the catalogue. */
export const AVATAR_NAMES = [
  'maya',
  'jonas',
  'amara',
  'kenji',
  'ines',
  'omar',
  'leila',
  'freya',
  'samuel',
] as const

export type AvatarName = (typeof AVATAR_NAMES)[number]

/** What a catalogue says of an avatar. */
export interface AvatarEntry {
  name: string
  about: string
  gender: 'female' | 'male'
  /** Wall and lamp behind the head; the same names as in the product's design tokens. */
  room: RoomName
}

export const AVATARS: Record<AvatarName, AvatarEntry> = {
  maya: {
    name: 'Maya',
    about: 'Thirties, long dark waves, rust blazer',
    gender: 'female',
    room: 'moss',
  },
  jonas: {
    name: 'Jonas',
    about: 'Forties, sandy hair, beard, overshirt',
    gender: 'male',
    room: 'ink',
  },
  amara: {
    name: 'Amara',
    about: 'Thirties, natural curls, teal blouse',
    gender: 'female',
    room: 'clay',
  },
  kenji: {
    name: 'Kenji',
    about: 'Thirties, black hair, round glasses',
    gender: 'male',
    room: 'sea',
  },
  ines: {
    name: 'Inês',
    about: 'Sixties, silver bob, plum turtleneck',
    gender: 'female',
    room: 'plum',
  },
  omar: { name: 'Omar', about: 'Fifties, shaved head, grey beard', gender: 'male', room: 'sand' },
  leila: { name: 'Leila', about: 'Twenties, rose hijab', gender: 'female', room: 'sea' },
  freya: {
    name: 'Freya',
    about: 'Twenties, copper hair, freckles',
    gender: 'female',
    room: 'moss',
  },
  samuel: { name: 'Samuel', about: 'Sixties, grey curls, cardigan', gender: 'male', room: 'ink' },
}
