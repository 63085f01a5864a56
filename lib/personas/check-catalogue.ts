import 'server-only'
import { type FieldError, Problem } from '@/lib/http/problem'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import { castAvatar } from './casting'
import type { PersonaContent } from './persona'

/**
 * Throws `invalid_request` where a persona names what the catalogue does not have. While the
 * vendor is away nobody can tell, and the persona is taken as it is.
 */
export async function checkCatalogue(
  persona: Pick<PersonaContent, 'avatarId' | 'avatarModel' | 'voiceId' | 'llmId' | 'casting'>,
  under = '',
): Promise<void> {
  const { avatarId, avatarModel, voiceId, llmId } = persona
  if (!avatarId && !avatarModel && !voiceId && !llmId) return
  const catalogue = await catalogueIfQuick()
  if (!catalogue) return
  const errors: FieldError[] = []
  const miss = (field: string, message: string) =>
    errors.push({ path: `${under}${field}`, message })
  // An empty list could not be read: then nobody can tell.
  const has = (items: { id: string }[], id: string) =>
    items.length === 0 || items.some((item) => item.id === id)
  if (avatarId && !has(catalogue.avatars, avatarId)) {
    miss('avatarId', 'This avatar is not in the catalogue. Choose another one.')
  }
  if (voiceId && !has(catalogue.voices, voiceId)) {
    miss('voiceId', 'This voice is not in the catalogue. Choose another one.')
  }
  if (llmId && !has(catalogue.llms, llmId)) {
    miss('llmId', 'This language model is not in the catalogue. Choose another one.')
  }
  const avatar = castAvatar(persona, catalogue)
  if (avatarModel && avatar && !has(avatar.models, avatarModel)) {
    miss('avatarModel', `${avatar.name} cannot be rendered with this model. Choose another one.`)
  }
  if (errors.length === 0) return
  throw new Problem('invalid_request', { detail: 'Some fields are not valid.', errors })
}
