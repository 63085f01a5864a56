import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import { type AnumaOptions, startAnuma } from '../start'

const stateBody = z.object({
  openStreams: z.number(),
  mostOpenStreams: z.number(),
  counters: z.record(z.string(), z.number()),
  requests: z.array(z.looseObject({ id: z.string(), path: z.string() })),
})

/** What a stream brought. */
export interface Streamed {
  /** Of every frame that is JSON. */
  frames: unknown[]
  comments: string[]
  /** How often what arrived at once was no whole text: a character was cut in two. */
  cutCharacters: number
  /** How often it was no whole line. */
  cutLines: number
  isDone: boolean
  /** Data of frames that are not JSON. */
  broken: string[]
}

function isText(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Reads an event stream to its end, as a careful client would. */
export async function readStream(response: Response): Promise<Streamed> {
  const read: Streamed = {
    frames: [],
    comments: [],
    cutCharacters: 0,
    cutLines: 0,
    isDone: false,
    broken: [],
  }
  const parser = createParser({
    onComment: (comment) => read.comments.push(comment),
    onEvent({ data }) {
      if (data === '[DONE]') {
        read.isDone = true
        return
      }
      try {
        read.frames.push(JSON.parse(data))
      } catch {
        read.broken.push(data)
      }
    },
  })
  const decoder = new TextDecoder()
  for await (const bytes of response.body ?? []) {
    if (!isText(bytes)) read.cutCharacters++
    if (bytes.at(-1) !== 10) read.cutLines++
    parser.feed(decoder.decode(bytes, { stream: true }))
  }
  return read
}

const chunk = z.object({
  choices: z.tuple([z.object({ delta: z.object({ content: z.string().optional() }) })]),
})
const nativeDelta = z.object({
  type: z.literal('response.output_text.delta'),
  delta: z.union([z.string(), z.object({ OfString: z.string() }).transform((one) => one.OfString)]),
})

/** The words of the frames, in either dialect. */
export const wordsOf = ({ frames }: Pick<Streamed, 'frames'>) =>
  frames
    .map((frame) => {
      const openai = chunk.safeParse(frame)
      if (openai.success) return openai.data.choices[0].delta.content ?? ''
      const native = nativeDelta.safeParse(frame)
      return native.success ? native.data.delta : ''
    })
    .join('')

/** A stand-in with a client of it; at full speed, unless the test is about the pace. */
export async function openPortal(options: Partial<AnumaOptions> = {}) {
  const standIn = await startAnuma({
    port: 0,
    pace: { firstMs: 0, wordsPerSecond: 0 },
    ...options,
  })
  const key = standIn.env.ANUMA_API_KEY ?? ''
  const model = standIn.env.ANUMA_MODEL ?? ''
  const send = (method: string, path: string, body?: unknown, headers: object = {}, more = {}) =>
    fetch(standIn.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      ...more,
    })
  const asked = (words: string, more: object = {}) => ({
    model,
    messages: [{ role: 'user', content: words }],
    stream: true,
    tool_choice: 'none',
    ...more,
  })
  return {
    url: standIn.url,
    env: standIn.env,
    key,
    model,
    send,
    /** Asks for a reply with the API key. */
    chat: (words: string, more: object = {}, headers: object = {}, init: RequestInit = {}) =>
      send(
        'POST',
        '/api/v1/chat/completions',
        asked(words, more),
        { 'x-api-key': key, 'x-anuma-stream-format': 'openai', ...headers },
        init,
      ),
    fault: (fault: object) => send('POST', '/__sandbox/faults', fault),
    state: async () => stateBody.parse(await (await send('GET', '/__sandbox/state')).json()),
    close: () => standIn.close(),
  }
}

export type Portal = Awaited<ReturnType<typeof openPortal>>
