import { Scene } from '@/components/ui/scene'
import type { PersonaCard } from '@/lib/personas/persona'
import styles from './persona-chooser.module.css'

/** A persona's picture in its room, for a card that says the name itself. */
export function PersonaFace({ persona }: { persona: PersonaCard }) {
  return (
    <span className={styles.face} aria-hidden="true">
      <Scene room={persona.room} pictureUrl={persona.pictureUrl} />
    </span>
  )
}
