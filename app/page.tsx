import { Video } from 'lucide-react'
import { Farewell } from '@/components/account/farewell'
import { TryItNow } from '@/components/auth/try-it-now'
import { Footer } from '@/components/landing/footer'
import { Hero } from '@/components/landing/hero'
import { People } from '@/components/landing/people'
import { Steps } from '@/components/landing/steps'
import { VendorTable } from '@/components/landing/vendor-table'
import { MyAccount } from '@/components/shell/my-account'
import { TabBar } from '@/components/shell/tab-bar'
import { TopBar } from '@/components/shell/top-bar'
import { ButtonLink } from '@/components/ui/button-link'
import { identityOutcome } from '@/lib/account/identity-outcome'
import { type PageIdentity, pageIdentity } from '@/lib/auth/page-identity'
import { limitsFor } from '@/lib/ledger/limits-for'
import { presetCards } from '@/lib/personas/cards'
import { firstWords } from '@/lib/personas/persona'
import { presets } from '@/lib/personas/presets'
import { plainDuration, plainTimes } from '@/lib/plain-numbers'
import { publicConfig } from '@/lib/public-config'
import { vendorCards } from '@/lib/vendors/registry'

/** The landing page. It loads no sign-in code: that comes when somebody presses a button. */
export default async function Landing({ searchParams }: PageProps<'/'>) {
  const config = publicConfig()
  const [visitor, [persona]] = await Promise.all([pageIdentity(), presetCards()])
  const shown = presets.find(({ id }) => id === persona?.id)
  const farewell = identityOutcome.safeParse({ identity: (await searchParams).account }).data
  const known = visitor.status === 'signed-in' || visitor.status === 'restorable'
  const identity = visitor.status === 'signed-in' ? visitor.identity : undefined
  const limits = limitsFor(identity ?? { isGuest: false })
  return (
    <>
      <TopBar badge={config.badge} nav={known}>
        {known ? <MyAccount /> : <ButtonLink href="/sign-in">Sign in</ButtonLink>}
      </TopBar>
      {farewell && !known ? <Farewell outcome={farewell.identity} /> : null}
      <main id="main">
        <Hero
          persona={persona}
          greeting={shown && firstWords(shown)}
          actions={
            known ? (
              <ButtonLink href="/talk" variant="primary" size="big" surface="stage">
                <Video size={20} strokeWidth={1.75} aria-hidden />
                Talk
              </ButtonLink>
            ) : (
              <>
                <TryItNow variant="primary" size="big" surface="stage" />
                <ButtonLink href="/sign-in" variant="quiet" size="big" surface="stage">
                  Sign in
                </ButtonLink>
              </>
            )
          }
          note={granted(visitor)}
        />
        <Steps personaId={persona?.id ?? 'mira'} sessionSeconds={limits.sessionSeconds} />
        <People />
        <VendorTable vendors={vendorCards()} />
      </main>
      <Footer />
      {known ? <TabBar /> : null}
    </>
  )
}

/** What somebody has who presses the first button. */
function granted(visitor: PageIdentity): string {
  if (visitor.status === 'restorable') return 'You are still signed in.'
  const identity = visitor.status === 'signed-in' ? visitor.identity : undefined
  const { sessionSeconds, tokensPerHour } = limitsFor(identity ?? { isGuest: true })
  const length = plainDuration(sessionSeconds)
  if (identity) return `Up to ${length} at a time.`
  return `No email. As a guest you have ${length}, ${plainTimes(tokensPerHour)} an hour.`
}
