import { AVATAR_NAMES, AVATARS, type AvatarName } from '../face/avatars'
import { stableId } from './stable-id'

export const CREATED_AT = '2026-11-01T09:00:00.000Z'

const byId = new Map(AVATAR_NAMES.map((name) => [stableId(`avatar ${name}`), name]))

export const isAvatar = (id: string) => byId.has(id)

/** The drawn person of an avatar id, or undefined. */
export const avatarName = (id: string): AvatarName | undefined => byId.get(id)

/** The catalogue in the vendor's shape; pictures are served by this server at `baseUrl`. */
export function listAvatars(baseUrl: string) {
  return [...byId].map(([id, key]) => {
    const { name, about, room, gender } = AVATARS[key]
    const picture = (shape: string) => `${baseUrl}/pictures/${key}-${shape}.webp`
    return {
      id,
      displayName: name,
      variantName: room,
      imageUrl: picture('landscape'),
      landscapeImageUrl: picture('landscape'),
      portraitImageUrl: picture('portrait'),
      videoUrl: null,
      idleVideoUrl: null,
      createdAt: CREATED_AT,
      updatedAt: CREATED_AT,
      createdByOrganizationId: null,
      availableVersions: ['cara-3', 'cara-4'],
      activeVersion: 'cara-3',
      description: `${about}.`,
      displayTags: [gender, 'drawn', room],
      renderStyle: 'illustrated' as const,
    }
  })
}
