import { mix, rgba } from '../draw/colour'
import { curve } from '../draw/curve'
import { points, SIDES, sided } from '../draw/geometry'
import { glow, soft } from '../draw/paint'
import { outline } from '../features/outline'
import type { HairStyle } from './style'

/** A shaved head: the shadow of what grows at the sides, and light on the crown. */
export const bald: HairStyle = {
  front(head) {
    const { ctx, place, look } = head
    ctx.save()
    curve(ctx, outline(head), { closed: true, map: place })
    ctx.clip()
    for (const s of SIDES)
      soft(ctx, 8, () => {
        ctx.fillStyle = rgba(look.hair.base, 0.34)
        const temple = sided(s, '96,-110 70,-104 60,-78 68,-52 76,-16 98,0')
        curve(ctx, temple, { closed: true, map: place })
        ctx.fill()
      })
    soft(ctx, 9, () => {
      ctx.fillStyle = rgba(look.hair.base, 0.16)
      const crown = points('-70,-96 -30,-104 30,-104 70,-96 50,-140 -50,-140')
      curve(ctx, crown, { closed: true, map: place })
      ctx.fill()
    })
    const [x, y] = place(-30, -94, 30)
    glow(ctx, x, y, 34, mix(look.skin.light, '#ffffff', 0.45), 0.6, 1.3, 0.6)
    ctx.restore()
  },
}
