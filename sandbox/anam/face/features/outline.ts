import { lerp } from '../draw/colour'
import { both, type Points } from '../draw/geometry'
import type { Head } from '../draw/head'

/** Outline of the skull and jaw. */
export function outline({ look, jaw }: Pick<Head, 'look' | 'jaw'>): Points {
  const { width, jaw: jawWidth, chin } = look.face
  return both([
    [0, -124, 0],
    [31 * width, -118, 0],
    [58 * width, -97, 0],
    [75 * width, -64, 0],
    [82 * width, -14, 0],
    [79 * width, 36, 6],
    [70 * lerp(1, jawWidth, 0.7), 70 + jaw * 0.4, 18],
    [50 * jawWidth, 101 + jaw * 0.85, 38],
    [24 * chin, 120 + jaw, 58],
    [0, 125 + jaw, 66],
  ])
}

/** Half the width of the head at the ears. */
export const halfWidth = ({ look }: Pick<Head, 'look'>) => 82 * look.face.width
