import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { vi } from 'vitest'

/** A processor of the worklet, as the browser's audio thread drives it. */
export interface Processor {
  process: (inputs: Float32Array[][], outputs: Float32Array[][]) => boolean
}

interface Made {
  processor: Processor
  /** The page's end. */
  port: MessagePort
}

const registered = new Map<string, new () => Processor>()

/** What a worklet finds around it, in place of a window. */
class AudioWorkletProcessor {
  static ports: MessagePort[] = []
  readonly port: MessagePort
  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port = port1
    AudioWorkletProcessor.ports.push(port2)
  }
}

vi.stubGlobal('AudioWorkletProcessor', AudioWorkletProcessor)
vi.stubGlobal('registerProcessor', (name: string, processor: new () => Processor) =>
  registered.set(name, processor),
)
vi.stubGlobal('sampleRate', 48_000)
await import('../audio.worklet.js')

/** Makes a processor of the worklet for hardware of this rate. */
export function makeProcessor(name: string, rate: number): Made {
  vi.stubGlobal('sampleRate', rate)
  const Made = registered.get(name)
  if (!Made) throw new Error(`There is no ${name}`)
  const processor = new Made()
  const port = AudioWorkletProcessor.ports.at(-1)
  if (!port) throw new Error('It has no port')
  return { processor, port }
}

/** Samples that the browser asks for at a time. */
export const block = 128
