import { setTimeout as sleep } from 'node:timers/promises'
import { vendorDouble } from '../../lib/http/testing/vendor-double'

/** Milliseconds, by one clock for everything in this process. */
export const now = () => performance.now()

interface Stream {
  askedAt: number
  leftAt?: number
}

/**
 * A chat vendor whose words are the times at which it sends them, in OpenAI's chunks: one word every
 * `everyMs`, the first one at once.
 */
export async function stampingVendor({ words, everyMs }: { words: number; everyMs: number }) {
  const streams: Stream[] = []
  const double = await vendorDouble(async ({ method }, response) => {
    if (method !== 'POST') return void response.writeHead(404).end()
    const stream: Stream = { askedAt: now() }
    streams.push(stream)
    response.on('close', () => {
      stream.leftAt = now()
    })
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const chunk = (delta: object, finish_reason: string | null = null) =>
      response.write(
        `data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`,
      )
    const started = now()
    for (let word = 0; word < words && !response.destroyed; word += 1) {
      const due = started + word * everyMs - now()
      if (word > 0 && due > 0) await sleep(due)
      chunk({ content: `${now()} ` })
    }
    chunk({}, 'stop')
    response.end('data: [DONE]\n\n')
  })
  return { ...double, streams }
}
