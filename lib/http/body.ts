import 'server-only'
import type { z } from 'zod'
import { fieldErrors } from './field-errors'
import { Problem } from './problem'

const jsonType = /^application\/json\s*(;|$)/i
// What sendBeacon sends for a plain string.
const textType = /^text\/plain\s*(;|$)/i

interface BodyOptions {
  maxBytes: number
  /** Also take JSON labelled `text/plain`, as a beacon sends it. */
  allowText?: boolean | undefined
}

/**
 * Reads a JSON body of at most `maxBytes` and parses it with `schema`; no body at all counts as
 * `{}`. Throws `payload_too_large` as soon as the limit is passed, and `invalid_request` with the
 * fields that are wrong.
 */
export async function readBody<S extends z.ZodType>(
  request: Request,
  schema: S,
  options: BodyOptions,
): Promise<z.output<S>> {
  const parsed = schema.safeParse(parseJson(await readText(request, options)))
  if (parsed.success) return parsed.data
  throw new Problem('invalid_request', {
    detail: 'Some fields are not valid.',
    errors: fieldErrors(parsed.error),
  })
}

async function readText(request: Request, { maxBytes, allowText }: BodyOptions): Promise<string> {
  const tooLarge = () =>
    new Problem('payload_too_large', { detail: `Send at most ${maxBytes} bytes.` })
  if (Number(request.headers.get('content-length')) > maxBytes) throw tooLarge()
  if (!request.body) return ''
  // Bytes are counted while they arrive: the length header may be absent or lie.
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunksOf(request.body)) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge()
    chunks.push(chunk)
  }
  if (size > 0) checkType(request, allowText)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch (cause) {
    throw new Problem('invalid_request', { detail: 'The body is not UTF-8.', cause })
  }
}

/** Leaving the loop early cancels the stream, so the rest is never read. */
async function* chunksOf(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value
  } finally {
    await reader.cancel().catch(() => {})
  }
}

function checkType(request: Request, allowText: boolean | undefined) {
  const type = request.headers.get('content-type') ?? ''
  if (jsonType.test(type) || (allowText && textType.test(type))) return
  throw new Problem('invalid_request', {
    detail: 'Send the body as application/json.',
    errors: [{ path: '', message: 'The content type is not application/json.' }],
  })
}

function parseJson(text: string): unknown {
  if (text.trim() === '') return {}
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new Problem('invalid_request', {
      detail: 'The body is not JSON.',
      errors: [{ path: '', message: 'Not JSON.' }],
      cause,
    })
  }
}
