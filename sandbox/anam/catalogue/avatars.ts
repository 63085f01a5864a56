import { AVATAR_NAMES, AVATARS, type AvatarName } from '../face/avatars'
import { stableId } from './stable-id'

export const CREATED_AT = '2026-11-01T09:00:00.000Z'

interface CatalogueEntry {
  drawn: AvatarName
  /** Made by this account from one picture; undefined: everybody's. */
  oneShotName?: string
}

const stock = AVATAR_NAMES.map((drawn): [string, CatalogueEntry] => [
  stableId(`avatar ${drawn}`),
  { drawn },
])
const oneShot = (
  [
    ['freya', 'Ella from reception'],
    ['samuel', 'Grandpa Joe'],
  ] as const
).map(([drawn, oneShotName]): [string, CatalogueEntry] => [
  stableId(`one-shot ${drawn}`),
  { drawn, oneShotName },
])
const byId = new Map([...stock, ...oneShot])

/** Of the account whose key is used here. */
export const ORGANIZATION_ID = stableId('organization')

export const isAvatar = (id: string) => byId.has(id)

/** The drawn person of an avatar id, or undefined. */
export const avatarName = (id: string): AvatarName | undefined => byId.get(id)?.drawn

/** The catalogue in the vendor's shape; pictures are served by this server at `baseUrl`. */
export function listAvatars(baseUrl: string) {
  return [...byId].map(([id, { drawn, oneShotName }]) => {
    const { name, about, room, gender } = AVATARS[drawn]
    const picture = (shape: string) => `${baseUrl}/pictures/${drawn}-${shape}.webp`
    return {
      id,
      displayName: oneShotName ?? name,
      variantName: room,
      imageUrl: picture('landscape'),
      landscapeImageUrl: picture('landscape'),
      portraitImageUrl: picture('portrait'),
      videoUrl: null,
      idleVideoUrl: null,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      createdByOrganizationId: oneShotName ? ORGANIZATION_ID : null,
      availableVersions: ['cara-3', 'cara-4'],
      activeVersion: 'cara-3',
      description: `${about}.`,
      displayTags: [gender, 'drawn', room],
      // As the vendor has it: nobody has looked at the style of what an account made.
      renderStyle: oneShotName ? ('unknown' as const) : ('illustrated' as const),
    }
  })
}
