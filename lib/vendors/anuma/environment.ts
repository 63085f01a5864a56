import 'server-only'
import { defineEnvironment, flag, text, url } from '@/lib/environment-part'

export const anumaEnvironment = defineEnvironment({
  /** From the app's page in Anuma's dashboard. */
  ANUMA_API_KEY: text,
  ANUMA_API_URL: url('https://portal.anuma.ai'),
  /** `provider/model`; one that Anuma recommends when it is not set. */
  ANUMA_MODEL: text.refine(
    (model) => model === undefined || /^[^/\s]+\/\S+$/.test(model),
    'a provider and a model, such as "provider/model"',
  ),
  /** Browsers chat with Anuma themselves, with the visitor's identity, at the visitor's expense. */
  ANUMA_USER_PAYS: flag,
})
