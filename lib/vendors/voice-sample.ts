import 'server-only'
import { catalogueFiles } from './catalogue-file'

/** What a voice of the catalogue sounds like. */
export const voiceSample = catalogueFiles({
  name: 'voice_sample',
  addressOf: ({ voices }, id) => voices.find((voice) => voice.id === id)?.sampleUrl,
  types: /^audio\/(mpeg|mp4|ogg|wav|x-wav|wave|webm|aac|flac)$/,
  maxBytes: 2_000_000,
  remembered: 40,
})
