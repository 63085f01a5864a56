import { AVATAR_NAMES } from '../face/avatars'
import { refuse } from './call'
import type { Router } from './router'
import type { StandInParts } from './stand-in-parts'

const SIZES = {
  landscape: { width: 1152, height: 768 },
  portrait: { width: 768, height: 1152 },
}

/** Pictures of the catalogue's avatars: each is the first frame of the avatar's video. */
export function addPictureRoutes(router: Router, { studio }: StandInParts) {
  for (const avatar of AVATAR_NAMES) {
    for (const shape of ['landscape', 'portrait'] as const) {
      router.add('GET', `/pictures/${avatar}-${shape}\\.webp`, async () => ({
        status: 200,
        bytes: { type: 'image/webp', data: await studio.still(avatar, SIZES[shape]) },
        headers: { 'cache-control': 'public, max-age=86400' },
      }))
    }
  }
  router.add('GET', '/pictures/:file', () => refuse(404, 'Not Found', 'Picture not found'))
}
