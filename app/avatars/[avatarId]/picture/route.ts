import { avatarPicture } from '@/lib/vendors/avatar-picture'
import { catalogueFileResponse } from '@/lib/vendors/catalogue-file'

/**
 * The catalogue's picture of an avatar from our own address, so that pages load images from
 * nowhere else. Only ids that are in the catalogue are fetched.
 */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ avatarId: string }> },
): Promise<Response> {
  return catalogueFileResponse(await avatarPicture((await params).avatarId))
}
