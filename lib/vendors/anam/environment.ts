import 'server-only'
import { defineEnvironment, flag, text, url } from '@/lib/environment-part'

export const anamEnvironment = defineEnvironment({
  /** From lab.anam.ai. */
  ANAM_API_KEY: text,
  ANAM_API_URL: url('https://api.anam.ai'),
  /** Keeps Anam's recordings of sessions. */
  ANAM_SESSION_REPLAY: flag,
})
