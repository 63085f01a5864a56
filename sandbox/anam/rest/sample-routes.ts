import { findVoice, sampleText } from '../catalogue/voices'
import { wavOf } from '../speech/wav'
import { refuse } from './call'
import type { Router } from './router'
import type { StandInParts } from './stand-in-parts'

/** How each voice of the catalogue sounds. */
export function addSampleRoutes(router: Router, { synthesiser }: StandInParts) {
  router.add('GET', '/samples/:id\\.wav', async ({ params: { id = '' } }) => {
    const [voice, text] = [findVoice(id), sampleText(id)]
    if (!voice || !text) return refuse(404, 'Not Found', 'Sample not found')
    const sentences = text.match(/[^.]+\./g) ?? [text]
    const spoken = await Promise.all(sentences.map((part) => synthesiser.speak(part.trim(), voice)))
    const samples = Int16Array.from(spoken.flatMap((speech) => [...speech.samples]))
    return {
      status: 200,
      bytes: { type: 'audio/wav', data: wavOf(samples) },
      headers: { 'cache-control': 'public, max-age=86400' },
    }
  })
}
