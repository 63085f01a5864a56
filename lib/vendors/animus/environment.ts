import 'server-only'
import { defineEnvironment, flag, text, url } from '@/lib/environment-part'

export const animusEnvironment = defineEnvironment({
  /** An organisation's key, from Animus' dashboard. */
  ANIMUS_API_KEY: text,
  /** Without the version: browsers use `/v3` with a token, our server `/v2` with the key. */
  ANIMUS_API_URL: url('https://api.animusai.co'),
  /** The one of the vendor's documentation unless another is named. */
  ANIMUS_MODEL: text.transform((model) => model ?? 'vivian-llama3.1-70b-1.0-fp8'),
  /** Browsers are given no tokens: our server asks Animus for them. */
  ANIMUS_THROUGH_SERVER: flag,
})
