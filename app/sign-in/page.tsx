import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { SignInForm } from '@/components/auth/sign-in-form'
import { TopBar } from '@/components/shell/top-bar'
import { Scene } from '@/components/ui/scene'
import { pageIdentity } from '@/lib/auth/page-identity'
import { wayBack } from '@/lib/http/way-back'
import { presetCards } from '@/lib/personas/cards'
import { firstWords } from '@/lib/personas/persona'
import { presets } from '@/lib/personas/presets'
import { publicConfig } from '@/lib/public-config'
import styles from './sign-in.module.css'

export const metadata: Metadata = { title: 'Sign in' }

export default async function SignIn({ searchParams }: PageProps<'/sign-in'>) {
  const next = wayBack((await searchParams).next)
  const [visitor, cards] = await Promise.all([pageIdentity(), presetCards()])
  const isGuest = visitor.status === 'signed-in' && visitor.identity.isGuest
  // An account that is not let in is told so there, with the way to sign out.
  const isKnown = visitor.status === 'signed-in' || visitor.status === 'forbidden'
  if (isKnown && !isGuest) redirect(next)
  const config = publicConfig()
  const persona = cards.find(({ id }) => id === 'kenji') ?? cards[0]
  const shown = presets.find(({ id }) => id === persona?.id)
  const greeting = shown && firstWords(shown)
  return (
    <div className={styles.page}>
      <aside className={styles.stage} data-surface="stage" aria-label="One of the personas">
        <Scene room={persona?.room ?? 'sea'} pictureUrl={persona?.pictureUrl} />
        {persona ? (
          <figure className={styles.quote}>
            {greeting ? <blockquote>{greeting}</blockquote> : null}
            <figcaption>
              {persona.name}: {persona.tagline}
            </figcaption>
          </figure>
        ) : null}
      </aside>
      <TopBar badge={config.badge} />
      <main id="main" className={styles.main}>
        <div className={styles.form}>
          <SignInForm next={next} isGuest={isGuest} />
        </div>
      </main>
    </div>
  )
}
