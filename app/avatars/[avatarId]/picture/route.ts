import { avatarPicture } from '@/lib/vendors/avatar-picture'

/**
 * The catalogue's picture of an avatar from our own address, so that pages load images from
 * nowhere else. Public, as the vendor's are; only ids that are in the catalogue are fetched.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ avatarId: string }> },
): Promise<Response> {
  const picture = await avatarPicture((await params).avatarId)
  if (!picture) {
    return new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } })
  }
  return new Response(picture.bytes, {
    headers: {
      'Content-Type': picture.type,
      'Cache-Control': 'public, max-age=86400, s-maxage=86400',
      'X-Content-Type-Options': 'nosniff',
      // Should a picture be opened as a page, nothing in it runs.
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
}
