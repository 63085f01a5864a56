import { type Canvas, createCanvas } from '@napi-rs/canvas'
import type { Ctx } from './curve'

/** A box in design units. */
export type Box = readonly [x: number, y: number, width: number, height: number]

interface Layer {
  canvas: Canvas
  x: number
  y: number
}

/** Parts that do not change with the mouth or the eyes, each drawn once; the ones unused longest go first. */
export class Layers {
  readonly #kept = new Map<string, Layer>()
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** A picture of its own, drawn by `draw` when it is not there yet. */
  picture(key: string, draw: () => Canvas): Canvas {
    return this.#layer(key, () => ({ canvas: draw(), x: 0, y: 0 })).canvas
  }

  /** Draws a part of the figure onto `ctx`, whose transform is in design units of `scale` pixels. */
  part(ctx: Ctx, key: string, box: Box, scale: number, draw: (ctx: Ctx) => void) {
    const layer = this.#layer(key, () => {
      const x = Math.floor(box[0] * scale)
      const y = Math.floor(box[1] * scale)
      const canvas = createCanvas(Math.ceil(box[2] * scale), Math.ceil(box[3] * scale))
      const own = canvas.getContext('2d')
      own.translate(-x, -y)
      own.scale(scale, scale)
      own.lineJoin = 'round'
      own.lineCap = 'round'
      draw(own)
      return { canvas, x, y }
    })
    const { canvas, x, y } = layer
    ctx.drawImage(canvas, x / scale, y / scale, canvas.width / scale, canvas.height / scale)
  }

  #layer(key: string, draw: () => Layer): Layer {
    const layer = this.#kept.get(key) ?? draw()
    this.#kept.delete(key)
    this.#kept.set(key, layer)
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= this.#limit) break
      this.#kept.delete(oldest)
    }
    return layer
  }
}
