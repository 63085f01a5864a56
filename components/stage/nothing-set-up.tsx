import { ButtonLink } from '@/components/ui/button-link'
import { Panel } from '@/components/ui/panel'
import { Scene } from '@/components/ui/scene'
import type { MediumOffer } from '@/lib/conversation/mediums'
import styles from './nothing-set-up.module.css'

/** A site without any vendor: nobody can come, and its owner reads why. */
export function NothingSetUp({ offers }: { offers: readonly MediumOffer[] }) {
  const names = offers.flatMap(({ missing }) => missing)
  return (
    <main id="main" className={styles.stage} data-surface="stage">
      <Scene room="ink" />
      <Panel
        as="h1"
        title="Nobody can come yet"
        actions={
          <ButtonLink href="/personas" variant="quiet" surface="stage">
            Personas
          </ButtonLink>
        }
      >
        <p>
          No service for faces, voices or chats is set up on this site.
          {names.length > 0 ? ` Its owner sets one of ${names.join(', ')}.` : ''}
        </p>
      </Panel>
    </main>
  )
}
