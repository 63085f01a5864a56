import { MessageSquareText, Mic, Video } from 'lucide-react'
import Link from 'next/link'
import { type Medium, type MediumOffer, roomAddress } from '@/lib/conversation/mediums'
import styles from './medium-chooser.module.css'

const looks = {
  face: { name: 'Face', Icon: Video },
  voice: { name: 'Voice', Icon: Mic },
  chat: { name: 'Chat', Icon: MessageSquareText },
}

interface MediumChooserProps {
  offers: readonly MediumOffer[]
  chosen: Medium
  /** Which of several vendors, where the medium has them. */
  vendor: string | undefined
  personaId: string
  isDraft: boolean
}

/** Face, voice or chat with the same persona. What is not set up says what it lacks. */
export function MediumChooser({ offers, chosen, vendor, personaId, isDraft }: MediumChooserProps) {
  const others = offers.find(({ medium }) => medium === chosen)?.vendors ?? []
  // A site with one medium offers no choice.
  if (offers.length < 2) return null
  const missing = offers.filter(({ vendors }) => vendors.length === 0)
  const address = (medium: Medium, vendor?: string) =>
    roomAddress({ personaId, medium, draft: isDraft, vendor })
  return (
    <nav className={styles.chooser} aria-label="How to talk">
      <ul className={styles.mediums}>
        {offers.map(({ medium, vendors }) => {
          const { name, Icon } = looks[medium]
          return (
            <li key={medium}>
              {vendors.length > 0 ? (
                <Link
                  className={styles.medium}
                  href={address(medium)}
                  aria-current={medium === chosen ? 'page' : undefined}
                  scroll={false}
                >
                  <Icon size={16} strokeWidth={1.75} aria-hidden />
                  {name}
                </Link>
              ) : (
                <span className={styles.medium} aria-disabled="true">
                  <Icon size={16} strokeWidth={1.75} aria-hidden />
                  {name}
                </span>
              )}
            </li>
          )
        })}
      </ul>
      {others.length > 1 ? (
        <ul className={styles.vendors} aria-label="Who answers">
          {others.map(({ id, name }) => (
            <li key={id}>
              <Link
                className={styles.vendor}
                href={address(chosen, id)}
                aria-current={id === vendor ? 'true' : undefined}
                scroll={false}
              >
                {name}
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
      {missing.length > 0 ? (
        <p className={styles.missing}>
          Not set up here:{' '}
          {missing
            .map(({ medium, missing }) => `${looks[medium].name} (${missing.join(' or ')})`)
            .join(', ')}
        </p>
      ) : null}
    </nav>
  )
}
