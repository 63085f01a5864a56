import 'server-only'
import type { RecordedConfig } from '@/lib/ledger/session-config'
import type { Talk, TalkPlace } from '@/lib/personas/talk-request'
import { animusAccount, animusApi } from './api'
import type { AnimusGrant, PersonaGrant } from './token-grant'

/**
 * Has a token made for a browser. `forPersona`: the page talks as that persona and is told how,
 * because nothing of it is bound into Animus' token; the vendor's own SDK brings its own words.
 * Throws a `Problem` (`vendor_…`), or the signal's reason when the browser has left.
 */
export async function grantChat(
  { persona, prompt }: Pick<Talk, 'persona' | 'prompt'>,
  session: Pick<TalkPlace, 'id'>,
  { forPersona, signal }: { forPersona: boolean; signal: AbortSignal },
): Promise<{ grant: AnimusGrant | PersonaGrant; config: RecordedConfig }> {
  const { baseUrl, model } = animusAccount()
  const { token, livekit, expiresAt } = await animusApi().generateToken(signal)
  const whose = persona.isPreset ? 'preset' : 'own'
  return {
    grant: {
      accessToken: token,
      expiresAt: new Date(expiresAt).toISOString(),
      animus: { token },
      ...(livekit && { livekit }),
      apiBaseUrl: baseUrl,
      sessionId: session.id,
      ...(forPersona && { model, instructions: prompt }),
    },
    config: { persona: whose, sent: forPersona ? { model, systemPrompt: prompt } : {} },
  }
}
