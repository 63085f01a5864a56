import 'server-only'
import { castAvatar, castVoice, type Preferences } from '@/lib/personas/casting'
import type { PersonaContent } from '@/lib/personas/persona'
import { catalogueIfQuick } from '@/lib/vendors/catalogue-if-quick'
import type { AvatarItem, VoiceItem } from './items'
import { avatarItem, voiceItem } from './pages'

/** Face and voice as pages know them; null where nobody can tell. */
interface Cast {
  avatar: AvatarItem | null
  voice: VoiceItem | null
}

/**
 * Who plays a persona: what it has chosen itself, and who it would be without a choice. Never
 * fails: without the vendor, nobody can tell.
 */
export async function editorCast(
  persona: Pick<PersonaContent, 'avatarId' | 'voiceId' | 'casting'>,
  preferences: Preferences,
): Promise<{ automatic: Cast; chosen: Cast }> {
  const catalogue = await catalogueIfQuick()
  if (!catalogue) {
    const nobody = { avatar: null, voice: null }
    return { automatic: nobody, chosen: nobody }
  }
  const cast = (avatarId: string | null, voiceId: string | null): Cast => {
    const { casting } = persona
    const avatar = castAvatar({ avatarId, casting }, catalogue, preferences)
    const voice = castVoice({ voiceId, casting }, catalogue, preferences)
    return { avatar: avatar ? avatarItem(avatar) : null, voice: voice ? voiceItem(voice) : null }
  }
  return { automatic: cast(null, null), chosen: cast(persona.avatarId, persona.voiceId) }
}
