import { publicFileResponse } from '@/lib/http/public-file'
import { avatarPicture } from '@/lib/vendors/avatar-picture'

/**
 * The catalogue's picture of an avatar from our own address, so that pages load images from
 * nowhere else. Only ids that are in the catalogue are fetched.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ avatarId: string }> },
): Promise<Response> {
  return publicFileResponse(request, await avatarPicture((await params).avatarId))
}
