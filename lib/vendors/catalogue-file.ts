import 'server-only'
import { describeError, log } from '@/lib/http/log'
import type { PublicFile } from '@/lib/http/public-file'
import { faceCatalogue } from './registry'
import type { Catalogue } from './vendor'

const timeoutMs = 8_000

interface Kind {
  /** For the log. */
  name: string
  /** The vendor's address of what has this id; undefined when there is none. */
  addressOf: (catalogue: Catalogue, id: string) => string | undefined
  types: RegExp
  maxBytes: number
  /** How many are kept in memory. */
  remembered: number
}

/**
 * Makes a function that gets one kind of file of the catalogue by the id of its item: undefined
 * when there is none to be had; it never throws. Many requests for one file are one download.
 */
export function catalogueFiles(kind: Kind): (id: string) => Promise<PublicFile | undefined> {
  const remembered = new Map<string, Promise<PublicFile | undefined>>()
  return async (id) => {
    const known = remembered.get(id)
    if (known) return known
    const file = find(kind, id)
    remembered.set(id, file)
    if (!(await file)) {
      // Asked for again the next time; and ids that nobody has push out none that are there.
      remembered.delete(id)
      return undefined
    }
    const [oldest] = remembered.keys()
    if (remembered.size > kind.remembered && oldest !== undefined) remembered.delete(oldest)
    return file
  }
}

async function find(kind: Kind, id: string): Promise<PublicFile | undefined> {
  try {
    const catalogue = await faceCatalogue()
    const url = catalogue && kind.addressOf(catalogue, id)
    return url ? await download(url, kind) : undefined
  } catch (error) {
    log('warn', kind.name, describeError(error))
    return undefined
  }
}

async function download(url: string, kind: Kind): Promise<PublicFile | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), cache: 'no-store' })
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!response.ok || !kind.types.test(type) || !response.body) {
    await response.body?.cancel()
    return undefined
  }
  const bytes = await readAtMost(response.body, kind.maxBytes)
  return bytes && { type, bytes }
}

async function readAtMost(body: ReadableStream<Uint8Array>, maxBytes: number) {
  const reader = body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      return undefined
    }
    chunks.push(read.value)
  }
  return new Uint8Array(Buffer.concat(chunks))
}
