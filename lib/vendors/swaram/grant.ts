import 'server-only'
import type { RecordedConfig } from '@/lib/ledger/session-config'
import type { Talk, TalkPlace } from '@/lib/personas/talk-request'
import { swaramApi } from './api'
import { swaramEnvironment } from './environment'
import { speaksFirst } from './instructions'
import { voiceConfig } from './session-config'
import { socketUrl } from './socket-url'
import type { VoiceGrant } from './voice-grant'

/**
 * Mints the token that lets a browser talk to the persona; answers besides what Swaram was sent,
 * for the ledger. Throws a `Problem` (`vendor_…`), or the signal's reason when the browser has left.
 */
export async function grantVoice(
  { persona, prompt }: Pick<Talk, 'persona' | 'prompt'>,
  place: TalkPlace,
  signal: AbortSignal,
): Promise<{ grant: VoiceGrant & { speaksFirst: boolean }; config: RecordedConfig }> {
  const environment = swaramEnvironment.read()
  const { goesOn } = place
  const config = voiceConfig(persona, { model: environment.SWARAM_MODEL, prompt, goesOn })
  const { value, expiresAt } = await swaramApi().mintSecret(config, signal)
  const { instructions, ...session } = config.session
  return {
    grant: {
      value,
      expires_at: expiresAt,
      url: socketUrl(environment),
      sessionId: place.id,
      maxSessionSeconds: place.maxSeconds,
      speaksFirst: speaksFirst(persona, goesOn),
    },
    config: {
      persona: persona.isPreset ? 'preset' : 'own',
      // Under the name by which the ledger keeps a preset's prompt to itself.
      sent: { model: config.model, ...session, systemPrompt: instructions },
    },
  }
}
