import { publicFileResponse } from '@/lib/http/public-file'
import { voiceSample } from '@/lib/vendors/voice-sample'

/** How a voice of the catalogue sounds, from our own address. Only ids that are there are fetched. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ voiceId: string }> },
): Promise<Response> {
  return publicFileResponse(request, await voiceSample((await params).voiceId))
}
