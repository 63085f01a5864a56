import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { ChatRoom } from '@/components/chat/chat-room'
import { ConversationProvider } from '@/components/stage/conversation-provider'
import { MediumChooser } from '@/components/stage/medium-chooser'
import { NothingSetUp } from '@/components/stage/nothing-set-up'
import { TalkRoom } from '@/components/stage/talk-room'
import { pageIdentity } from '@/lib/auth/page-identity'
import { historyTokens } from '@/lib/chat/history'
import { chosenMedium } from '@/lib/conversation/mediums'
import { db } from '@/lib/db/client'
import { anonymous } from '@/lib/http/log'
import { Problem } from '@/lib/http/problem'
import { limitsFor } from '@/lib/ledger/limits-for'
import { editorAddress } from '@/lib/personas/editor-address'
import { talkCards } from '@/lib/personas/talk-cards'
import { publicConfig } from '@/lib/public-config'
import { faceVendor, mediumOffers, textVendors, voiceVendor } from '@/lib/vendors/registry'

/** Not a socket's, and not a wildcard for a host that nobody knows yet. */
const isOneHost = (source: string) => /^https?:/.test(source) && !source.includes('*')

export const metadata: Metadata = { title: 'Talk' }

/** The room with somebody in it already: the first HTML shows who it is and `Start talking`. */
export default async function TalkPage({ searchParams }: PageProps<'/talk'>) {
  const visitor = await pageIdentity()
  // The layout says what is the matter, and shows it in place of this page.
  if (visitor.status !== 'signed-in') return null
  const { identity } = visitor
  const asked = await searchParams
  const personaId = typeof asked.persona === 'string' ? asked.persona : undefined
  const draft = personaId !== undefined && asked.draft === '1'
  const { first, cards } = await talkCards(await db(), identity.userId, { personaId, draft }).catch(
    (error: unknown) => {
      // Not finished: there is nobody to talk to yet, only somebody to write on.
      if (personaId && error instanceof Problem) redirect(editorAddress(personaId))
      throw error
    },
  )
  const isDraft = draft && first.id === personaId
  const offers = mediumOffers()
  const medium = chosenMedium(asked.medium, offers)
  const { badge } = publicConfig()
  if (medium === undefined) return <NothingSetUp offers={offers} />
  const texts = textVendors()
  const text = texts.find(({ id }) => id === asked.vendor) ?? texts[0]
  const room = {
    personas: cards,
    first,
    draftId: isDraft ? personaId : undefined,
    isGuest: identity.isGuest,
    chooser: (
      <MediumChooser
        offers={offers}
        chosen={medium}
        vendor={text?.id}
        personaId={first.id}
        isDraft={isDraft}
      />
    ),
  }
  if (medium === 'chat') {
    if (!text) return null
    return (
      <ChatRoom
        {...room}
        source={text.source}
        vendorName={text.name}
        vendor={text.id}
        badge={badge}
        userKey={anonymous(identity.userId)}
        maxHistoryTokens={historyTokens}
      />
    )
  }
  const vendor = medium === 'voice' ? voiceVendor() : faceVendor()
  if (!vendor) return null
  return (
    <ConversationProvider
      {...room}
      medium={vendor.medium}
      transport={vendor.transport}
      vendorOrigins={vendor.connectSources().filter(isOneHost)}
    >
      <TalkRoom maxSessionSeconds={limitsFor(identity).sessionSeconds} badge={badge} />
    </ConversationProvider>
  )
}
