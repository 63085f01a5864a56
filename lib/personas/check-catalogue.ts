import 'server-only'
import { type FieldError, Problem } from '@/lib/http/problem'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import { brains } from './brains'
import { castAvatar } from './casting'
import type { PersonaContent } from './persona'

type Choices = Pick<
  PersonaContent,
  'avatarId' | 'avatarModel' | 'voiceId' | 'llmId' | 'brain' | 'casting'
>

/**
 * Throws `invalid_request` where a persona names what there is not: what the catalogue does not
 * have, or a brain that is not set up here. While the vendor is away nobody can tell what is in its
 * catalogue, and the persona is taken as it is.
 */
export async function checkCatalogue(persona: Choices, under = ''): Promise<void> {
  const errors = [...missingBrain(persona), ...(await missingItems(persona))]
  if (errors.length === 0) return
  throw new Problem('invalid_request', {
    detail: 'Some fields are not valid.',
    errors: errors.map(({ path, message }) => ({ path: `${under}${path}`, message })),
  })
}

function missingBrain({ brain }: Choices): FieldError[] {
  if (brain === null || brains().some(({ id }) => id === brain)) return []
  const message = 'The service that thinks for it is not set up here. Choose a language model.'
  return [{ path: 'brain', message }]
}

async function missingItems(persona: Choices): Promise<FieldError[]> {
  const { avatarId, avatarModel, voiceId, llmId } = persona
  if (!avatarId && !avatarModel && !voiceId && !llmId) return []
  const catalogue = await catalogueIfQuick()
  if (!catalogue) return []
  const errors: FieldError[] = []
  const miss = (path: string, message: string) => errors.push({ path, message })
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
  return errors
}
