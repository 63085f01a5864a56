import type { Head } from '../draw/head'
import type { OutfitKind } from '../looks/look'
import { jacket } from './jacket'
import { shirt } from './shirt'
import { blouse, crew, turtleneck } from './tops'

export const OUTFITS: Record<OutfitKind, (head: Head) => void> = {
  blazer: jacket('blazer'),
  overshirt: jacket('overshirt'),
  cardigan: jacket('cardigan'),
  blouse,
  crew,
  turtleneck,
  shirt,
}
