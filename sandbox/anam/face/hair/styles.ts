import type { HairStyleName } from '../looks/look'
import { afro } from './afro'
import { bald } from './bald'
import { bob } from './bob'
import { cropped } from './cropped'
import { hijab } from './hijab'
import type { HairStyle } from './style'
import { swept } from './swept'
import { textured } from './textured'
import { tied } from './tied'
import { waves } from './waves'

export const HAIR_STYLES: Record<HairStyleName, HairStyle> = {
  afro,
  bald,
  bob,
  cropped,
  hijab,
  swept,
  textured,
  tied,
  waves,
}
