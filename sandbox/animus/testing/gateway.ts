import { createParser } from 'eventsource-parser'
import { z } from 'zod'
import { type AnimusOptions, startAnimus } from '../start'

const stateBody = z.object({
  openStreams: z.number(),
  mostOpenStreams: z.number(),
  counters: z.record(z.string(), z.number()),
  requests: z.array(z.looseObject({ id: z.string(), path: z.string() })),
})

const chunk = z.object({
  choices: z.tuple([
    z.object({
      delta: z.object({ content: z.string().optional(), reasoning: z.string().optional() }),
    }),
  ]),
})

/** What a stream brought. */
export interface Streamed {
  words: string
  thoughts: string
  frames: unknown[]
  /** Data of frames that are not JSON. */
  broken: string[]
  /** How often what arrived at once was no whole text: a character was cut in two. */
  cutCharacters: number
  isDone: boolean
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
  const frames: unknown[] = []
  const broken: string[] = []
  let [words, thoughts, cutCharacters, isDone] = ['', '', 0, false]
  const parser = createParser({
    onEvent({ data }) {
      if (data === '[DONE]') {
        isDone = true
        return
      }
      try {
        const frame: unknown = JSON.parse(data)
        frames.push(frame)
        const { data: read } = chunk.safeParse(frame)
        words += read?.choices[0].delta.content ?? ''
        thoughts += read?.choices[0].delta.reasoning ?? ''
      } catch {
        broken.push(data)
      }
    },
  })
  const decoder = new TextDecoder()
  for await (const bytes of response.body ?? []) {
    if (!isText(bytes)) cutCharacters++
    parser.feed(decoder.decode(bytes, { stream: true }))
  }
  return { words, thoughts, frames, broken, cutCharacters, isDone }
}

const tokenBody = z.object({ accessToken: z.string() })

/** A stand-in with a client of it; at full speed, unless the test is about the pace. */
export async function openGateway(options: Partial<AnimusOptions> = {}) {
  const standIn = await startAnimus({
    port: 0,
    ...options,
    settings: { firstMs: 0, wordsPerSecond: 0, ...options.settings },
  })
  const key = standIn.env.ANIMUS_API_KEY ?? ''
  const send = (method: string, path: string, body?: unknown, headers: object = {}, more = {}) =>
    fetch(standIn.url + path, {
      method,
      headers: { 'content-type': 'application/json', ...headers },
      body: body === undefined ? undefined : JSON.stringify(body),
      ...more,
    })
  const askWith = (version: 'v2' | 'v3', credential: string, words: string, more: object = {}) =>
    send(
      'POST',
      `/${version}/chat/completions`,
      {
        model: 'vivian-llama3.1-70b-1.0-fp8',
        messages: [{ role: 'user', content: words }],
        stream: true,
        ...more,
      },
      { authorization: `Bearer ${credential}` },
    )
  const mint = (method = 'POST') => send(method, '/auth/generate-token', undefined, { apikey: key })
  return {
    url: standIn.url,
    key,
    send,
    mint,
    askWith,
    /** A fresh token, as the documentation has it. */
    token: async () => tokenBody.parse(await (await mint()).json()).accessToken,
    /** Asks as a server does, with the key. */
    chat: (words: string, more: object = {}) => askWith('v2', key, words, more),
    control: (what: string, body: object) => send('POST', `/__sandbox/${what}`, body),
    state: async () => stateBody.parse(await (await send('GET', '/__sandbox/state')).json()),
    close: () => standIn.close(),
  }
}

export type Gateway = Awaited<ReturnType<typeof openGateway>>
