import { Video } from 'lucide-react'
import { Farewell } from '@/components/account/farewell'
import { TryItNow } from '@/components/auth/try-it-now'
import { Footer } from '@/components/landing/footer'
import { Hero } from '@/components/landing/hero'
import { People } from '@/components/landing/people'
import { Steps } from '@/components/landing/steps'
import { VendorTable } from '@/components/landing/vendor-table'
import { TopBar } from '@/components/shell/top-bar'
import { ButtonLink } from '@/components/ui/button-link'
import { identityOutcome } from '@/lib/account/identity-outcome'
import { pageIdentity } from '@/lib/auth/page-identity'
import { env } from '@/lib/env'
import { presetCards } from '@/lib/personas/cards'
import { firstWords } from '@/lib/personas/persona'
import { presets } from '@/lib/personas/presets'
import { plainDuration, plainTimes } from '@/lib/plain-numbers'
import { publicConfig } from '@/lib/public-config'
import { vendorCards } from '@/lib/vendors/registry'

/** The landing page. It loads no sign-in code: that comes when somebody presses a button. */
export default async function Landing({ searchParams }: PageProps<'/'>) {
  const config = publicConfig()
  const limits = env()
  const [visitor, [persona]] = await Promise.all([pageIdentity(), presetCards()])
  const shown = presets.find(({ id }) => id === persona?.id)
  const farewell = identityOutcome.safeParse({ identity: (await searchParams).account }).data
  const known = visitor.status === 'signed-in' || visitor.status === 'restorable'
  return (
    <>
      <TopBar badge={config.badge}>
        <ButtonLink href={known ? '/talk' : '/sign-in'}>{known ? 'Talk' : 'Sign in'}</ButtonLink>
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
          note={
            known
              ? `Up to ${plainDuration(limits.LIMIT_SESSION_SECONDS)} at a time.`
              : `No email. As a guest you have ${plainDuration(limits.LIMIT_GUEST_SESSION_SECONDS)}, ${plainTimes(limits.LIMIT_GUEST_TOKENS_PER_HOUR)} an hour.`
          }
        />
        <Steps personaId={persona?.id ?? 'mira'} sessionSeconds={limits.LIMIT_SESSION_SECONDS} />
        <People />
        <VendorTable vendors={vendorCards()} />
      </main>
      <Footer />
    </>
  )
}
