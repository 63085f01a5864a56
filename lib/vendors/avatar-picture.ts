import 'server-only'
import { catalogueFiles } from './catalogue-file'

/** The catalogue's picture of an avatar. */
export const avatarPicture = catalogueFiles({
  name: 'avatar_picture',
  addressOf: ({ avatars }, id) => avatars.find((avatar) => avatar.id === id)?.pictureUrl,
  // SVG is left out: it is a document that can carry scripts.
  types: /^image\/(png|jpeg|webp|avif|gif)$/,
  maxBytes: 5_000_000,
  remembered: 40,
})
