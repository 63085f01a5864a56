import { catalogueFileResponse } from '@/lib/vendors/catalogue-file'
import { voiceSample } from '@/lib/vendors/voice-sample'

/** How a voice of the catalogue sounds, from our own address. Only ids that are there are fetched. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ voiceId: string }> },
): Promise<Response> {
  return catalogueFileResponse(await voiceSample((await params).voiceId))
}
