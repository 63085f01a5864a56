'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import type { PersonaCard } from '@/lib/personas/persona'
import styles from './persona-chooser.module.css'
import { PersonaFace } from './persona-face'

export interface PersonaChooserProps {
  personas: PersonaCard[]
  /** The id of the one who is on the stage. */
  chosen: string
  onChoose: (personaId: string) => void
  /** The button that opens it. */
  children: ReactElement
}

/** Everybody one can talk with, as cards. Not to be opened over a talk. */
export function PersonaChooser({ personas, chosen, onChoose, children }: PersonaChooserProps) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <Dialog.Root open={isOpen} onOpenChange={setIsOpen}>
      <Dialog.Trigger render={children} />
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Who do you want to talk with?</Dialog.Title>
            <Dialog.Close render={<Button size="icon" variant="plain" aria-label="Close" />}>
              <X size={20} strokeWidth={1.75} aria-hidden />
            </Dialog.Close>
          </div>
          <ul className={styles.cards}>
            {personas.map((persona) => (
              <li key={persona.id}>
                <button
                  type="button"
                  className={styles.card}
                  aria-pressed={persona.id === chosen}
                  onClick={() => {
                    setIsOpen(false)
                    onChoose(persona.id)
                  }}
                >
                  <PersonaFace persona={persona} />
                  <span className={styles.name}>{persona.name}</span>
                  <span className={styles.tagline}>{persona.tagline}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.foot}>
            <ButtonLink href="/personas">All personas</ButtonLink>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
