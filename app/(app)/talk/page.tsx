import type { Metadata } from 'next'
import { ConversationProvider } from '@/components/stage/conversation-provider'
import { TalkRoom } from '@/components/stage/talk-room'
import { pageIdentity } from '@/lib/auth/page-identity'
import { limitsFor } from '@/lib/ledger/limits-for'
import { personaCards } from '@/lib/personas/cards'
import { publicConfig } from '@/lib/public-config'
import { connectSources } from '@/lib/vendors/registry'

/** Not a socket's, and not a wildcard for a host that nobody knows yet. */
const isOneHost = (source: string) => /^https?:/.test(source) && !source.includes('*')

export const metadata: Metadata = { title: 'Talk' }

/** The room with somebody in it already: the first HTML shows who it is and `Start talking`. */
export default async function TalkPage({ searchParams }: PageProps<'/talk'>) {
  const visitor = await pageIdentity()
  // The layout says what is the matter, and shows it in place of this page.
  if (visitor.status !== 'signed-in') return null
  const { identity } = visitor
  const [[first, ...others], { persona }] = await Promise.all([
    personaCards(identity.userId),
    searchParams,
  ])
  if (!first) throw new Error('There is no persona to talk with')
  return (
    <ConversationProvider
      personas={[first, ...others]}
      initialPersonaId={typeof persona === 'string' ? persona : undefined}
      vendorOrigins={connectSources().filter(isOneHost)}
    >
      <TalkRoom
        maxSessionSeconds={limitsFor(identity).sessionSeconds}
        badge={publicConfig().badge}
      />
    </ConversationProvider>
  )
}
