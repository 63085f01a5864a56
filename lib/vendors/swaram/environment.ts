import 'server-only'
import { defineEnvironment, text, url } from '@/lib/environment-part'

export const swaramEnvironment = defineEnvironment({
  /** From swaram.live, `swaram_…`. */
  SWARAM_API_KEY: text,
  SWARAM_API_URL: url('https://api.swaram.live'),
  /** A Premium mode exists; what its model is called is not documented (reference A3). */
  SWARAM_MODEL: text.transform((model) => model ?? 'mal-realtime-simple'),
})
