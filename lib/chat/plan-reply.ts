import 'server-only'
import type { Identity } from '@/lib/auth/identity'
import { readScene } from '@/lib/contexts/scene'
import type { Db } from '@/lib/db/open'
import { Problem } from '@/lib/http/problem'
import type { RecordedConfig } from '@/lib/ledger/session-config'
import { type ChatSession, chatSession } from '@/lib/ledger/text-session'
import { findDefaultPersona, findPersona } from '@/lib/personas/find-persona'
import { readOwner } from '@/lib/personas/owner'
import type { Persona } from '@/lib/personas/persona'
import { buildPersonalizedPrompt } from '@/lib/personas/prompt'
import { findVendor, textVendors } from '@/lib/vendors/registry'
import type { TextVendor } from '@/lib/vendors/vendor'
import type { ChatRequestBody } from './chat-request'
import { historyTokens, recentHistory } from './history'
import type { ServerChatRequest } from './server-chat'

/** Who answers whom, and what the vendor is asked. */
interface ReplyPlan {
  vendor: TextVendor
  persona: Persona
  /** What the chat is about, by name. */
  context: string
  request: ServerChatRequest
  /** For the ledger. */
  config: RecordedConfig
}

/** Longest reply, in tokens, thoughts included: nobody listens for as long as they read. */
const longestReply = { spoken: 600, written: 1_500 }

/**
 * Decides everything about a reply that is not the browser's to decide. Throws a `Problem` where the
 * person may not have it, or nobody can give it.
 */
export async function planReply(
  db: Db,
  { userId, email }: Identity,
  body: ChatRequestBody,
): Promise<ReplyPlan> {
  const scene = readScene(body.context, body.metadata)
  const [owner, session] = await Promise.all([
    readOwner(db, userId),
    body.sessionId === undefined ? undefined : chatSession(db, userId, body.sessionId),
  ])
  const personaId = body.personaId ?? session?.personaId
  const persona = personaId
    ? await findPersona(db, { userId, personaId, draft: body.draft })
    : await findDefaultPersona(db, userId, owner.defaultPersonaId)
  // A face says aloud what its brain answers.
  const manner = session?.medium === 'face' ? 'spoken' : 'written'
  const vendor = readyVendor(vendorId(body, session, persona), manner)
  const request = {
    system: buildPersonalizedPrompt({
      persona,
      scene,
      visitor: { profile: owner.profile, email },
      manner,
    }),
    messages: recentHistory(body.messages, historyTokens),
    maxTokens: longestReply[manner],
  }
  const sent = {
    model: await vendor.chat.model(),
    systemPrompt: request.system,
    maxTokens: request.maxTokens,
  }
  const config: RecordedConfig = { persona: persona.isPreset ? 'preset' : 'own', sent }
  return { vendor, persona, context: scene.context, request, config }
}

function vendorId(
  { vendor }: ChatRequestBody,
  session: ChatSession | undefined,
  { brain }: Persona,
): string | undefined {
  // Before anybody looks for its vendor among those that chat.
  if (session?.medium === 'voice') throw wrong('sessionId', 'A talk by voice takes no replies.')
  if (session?.medium !== 'face') return vendor ?? session?.vendor
  if (brain === null) throw wrong('sessionId', 'The persona of this session thinks without us.')
  if (vendor === undefined || vendor === brain) return brain
  throw wrong('vendor', 'Not the brain of this persona.')
}

/** The vendor of that id, or else the first one, with a key that pays for it. */
function readyVendor(id: string | undefined, manner: keyof typeof longestReply): TextVendor {
  // Whose visitors pay for their chats themselves is not to be had at our expense.
  const ready = textVendors().filter(({ direct }) => manner === 'spoken' || !direct)
  const vendor = id === undefined ? ready[0] : ready.find((vendor) => vendor.id === id)
  if (vendor) return vendor
  if (id === undefined || findVendor(id)?.medium === 'text') {
    throw new Problem('vendor_not_configured', { detail: 'Chat is not set up here.' })
  }
  throw wrong('vendor', 'Not a service that chats.')
}

const wrong = (path: string, message: string) =>
  new Problem('invalid_request', {
    detail: 'Some fields are not valid.',
    errors: [{ path, message }],
  })
