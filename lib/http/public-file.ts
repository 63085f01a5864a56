/** A file that anybody may have. */
export interface PublicFile {
  type: string
  bytes: Uint8Array<ArrayBuffer>
}

/** Answers a request with the file, or the part of it that was asked for; 404 without one. */
export function publicFileResponse(request: Request, file: PublicFile | undefined): Response {
  if (!file) return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  const { bytes, type } = file
  const headers = {
    'Content-Type': type,
    'Cache-Control': 'public, max-age=86400, s-maxage=86400',
    'X-Content-Type-Options': 'nosniff',
    'Accept-Ranges': 'bytes',
    // Should a file be opened as a page, nothing in it runs.
    'Content-Security-Policy': "default-src 'none'; sandbox",
  }
  const part = partAsked(request.headers.get('range'), bytes.byteLength)
  if (part === undefined) return new Response(bytes, { headers })
  if (part === 'outside') {
    const status = 416
    return new Response(null, {
      status,
      headers: { 'Cache-Control': 'no-store', 'Content-Range': `bytes */${bytes.byteLength}` },
    })
  }
  const [first, last] = part
  return new Response(bytes.slice(first, last + 1), {
    status: 206,
    headers: { ...headers, 'Content-Range': `bytes ${first}-${last}/${bytes.byteLength}` },
  })
}

/**
 * First and last byte asked for. Safari plays nothing that it cannot have in parts. What is not
 * one plain range may be ignored (RFC 9110, 14.2).
 */
function partAsked(
  range: string | null,
  size: number,
): [first: number, last: number] | 'outside' | undefined {
  const [, from, to] = range?.match(/^bytes=(\d*)-(\d*)$/) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return undefined
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  if (first >= size || (from === '' && Number(to) === 0)) return 'outside'
  return first > last ? undefined : [first, last]
}
