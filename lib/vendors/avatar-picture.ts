import 'server-only'
import { describeError, log } from '@/lib/http/log'
import { faceCatalogue } from './registry'

const maxBytes = 5_000_000
const timeoutMs = 8_000
// SVG is left out: it is a document that can carry scripts.
const types = /^image\/(png|jpeg|webp|avif|gif)$/

export interface Picture {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Many requests for one picture are one download; the bound keeps a large account out of memory. */
const remembered = new Map<string, Promise<Picture | undefined>>()
const rememberedMost = 40

/** The catalogue's picture of this avatar; undefined when there is none to be had. Never throws. */
export async function avatarPicture(avatarId: string): Promise<Picture | undefined> {
  const known = remembered.get(avatarId)
  if (known) return known
  const picture = find(avatarId)
  remembered.set(avatarId, picture)
  const [oldest] = remembered.keys()
  if (remembered.size > rememberedMost && oldest !== undefined) remembered.delete(oldest)
  // What could not be had is asked for again the next time.
  if (!(await picture)) remembered.delete(avatarId)
  return picture
}

async function find(avatarId: string): Promise<Picture | undefined> {
  try {
    const catalogue = await faceCatalogue()
    const url = catalogue?.avatars.find(({ id }) => id === avatarId)?.pictureUrl
    return url ? await download(url) : undefined
  } catch (error) {
    log('warn', 'avatar_picture', describeError(error))
    return undefined
  }
}

async function download(url: string): Promise<Picture | undefined> {
  const response = await fetch(url, { signal: AbortSignal.timeout(timeoutMs), cache: 'no-store' })
  const type = response.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  if (!response.ok || !types.test(type) || !response.body) {
    await response.body?.cancel()
    return undefined
  }
  const bytes = await readAtMost(response.body)
  return bytes && { type, bytes }
}

async function readAtMost(body: ReadableStream<Uint8Array>) {
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
