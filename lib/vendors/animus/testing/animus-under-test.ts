import { z } from 'zod'
import { startAnimus } from '@/sandbox/animus/start'

const state = z.object({
  openStreams: z.number(),
  counters: z.object({ tokens: z.number(), chats: z.number(), refused: z.number() }),
  requests: z.array(
    z.object({
      path: z.string(),
      headers: z.array(z.string()),
      stream: z.boolean().optional(),
      compliance: z.boolean().optional(),
      maxTokens: z.number().optional(),
      messages: z.number().optional(),
      system: z.string().optional(),
      outcome: z.string().optional(),
      /** Milliseconds since 1970. */
      leftAt: z.number().optional(),
    }),
  ),
})

/** The vendor's stand-in over HTTP, which answers at once unless a test says otherwise. */
export async function animusUnderTest() {
  const standIn = await startAnimus({ port: 0, settings: { firstMs: 0, wordsPerSecond: 0 } })
  const control = async (path: string, body?: unknown) => {
    const response = await fetch(`${standIn.url}/__sandbox/${path}`, {
      method: body === undefined ? 'DELETE' : 'POST',
      ...(body !== undefined && {
        body: JSON.stringify(body),
        headers: { 'Content-Type': 'application/json' },
      }),
    })
    if (!response.ok) throw new Error(await response.text())
  }
  return {
    url: standIn.url,
    close: standIn.close,
    apiKey: standIn.env.ANIMUS_API_KEY ?? '',
    fault: (fault: object) => control('faults', fault),
    async calm() {
      await control('faults')
      await control('pace', { firstMs: 0, wordsPerSecond: 0 })
      await control('dialect', { dialect: 'both' })
      await control('token-life', { seconds: 900 })
    },
    pace: (pace: object) => control('pace', pace),
    dialect: (dialect: string) => control('dialect', { dialect }),
    tokenLife: (seconds: number) => control('token-life', { seconds }),
    state: async () => state.parse(await (await fetch(`${standIn.url}/__sandbox/state`)).json()),
  }
}
