import 'server-only'
import { Problem } from '@/lib/http/problem'
import { FetchFailure, type TextResponse } from '@/lib/http/retrying-fetch'
import { vendorError } from './read-reply'

interface Request {
  url: string
  headers: Readonly<Record<string, string>>
  body: unknown
  /** What an answer that is not a success means. Its text may be cut short. */
  problemOf: (answer: TextResponse) => Problem
}

/** Milliseconds until an answer begins: a model may be loading. */
const answerMs = 20_000

/** As much as is read of an answer that is not a success, in bytes. */
const longestError = 16_384

/**
 * Asks a vendor for a reply, once: a second try may be billed. Resolves with the event stream when
 * the vendor has begun to answer. Throws a `Problem`, or the signal's reason; aborting ends the
 * stream, too.
 */
export async function fetchReply(
  { url, headers, body, problemOf }: Request,
  signal: AbortSignal,
  patienceMs = answerMs,
): Promise<ReadableStream<Uint8Array>> {
  const late = new AbortController()
  const timer = setTimeout(() => late.abort(), patienceMs)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Type': 'application/json', Accept: 'text/event-stream' },
      body: JSON.stringify(body),
      signal: AbortSignal.any([signal, late.signal]),
      cache: 'no-store',
      // A redirect could carry the key to another host.
      redirect: 'error',
    })
    if (!response.ok) {
      throw problemOf({ ...head(response), text: await beginningOf(response.body) })
    }
    if (response.body && /^text\/event-stream\b/i.test(head(response).type)) return response.body
    await response.body?.cancel()
    throw vendorError('An answer that is no event stream')
  } catch (cause) {
    signal.throwIfAborted()
    if (cause instanceof Problem) throw cause
    const reason = late.signal.aborted ? 'timeout' : 'network'
    // The words of the platform stay out of the log: they may quote a key that is malformed.
    throw new Problem(reason === 'timeout' ? 'vendor_timeout' : 'vendor_error', {
      cause: new FetchFailure(reason, cause),
    })
  } finally {
    clearTimeout(timer)
  }
}

const head = ({ status, headers }: Response) => ({
  status,
  headers,
  type: headers.get('content-type') ?? '',
})

async function beginningOf(body: ReadableStream<Uint8Array> | null): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const utf8 = new TextDecoder()
  let text = ''
  try {
    while (text.length < longestError) {
      const { done, value } = await reader.read()
      if (done) break
      text += utf8.decode(value, { stream: true })
    }
    return text.slice(0, longestError)
  } finally {
    await reader.cancel().catch(() => {})
  }
}
