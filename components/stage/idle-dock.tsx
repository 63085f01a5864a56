'use client'

import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { plainDuration } from '@/lib/plain-numbers'
import { useConversation } from './conversation-context'
import styles from './dock.module.css'
import { onePress } from './one-press'

/** Who is there, and the one next step. */
export function IdleDock({ maxSessionSeconds }: { maxSessionSeconds: number }) {
  const { conversation, persona, personas, choose, start } = useConversation()
  const isHydrated = useIsHydrated()
  const time = plainDuration(maxSessionSeconds)
  return (
    <>
      <div className={styles.who}>
        <h1>{persona.name}</h1>
        <p>{persona.tagline}</p>
      </div>
      <PersonaChooser personas={personas} chosen={persona.id} onChoose={choose}>
        <button type="button" className={styles.change}>
          Choose someone else
        </button>
      </PersonaChooser>
      <Button
        variant="primary"
        size="big"
        surface="stage"
        className={styles.step}
        data-first
        onPointerEnter={conversation.preload}
        onFocus={conversation.preload}
        disabled={!isHydrated}
        data-waiting={!isHydrated}
        {...onePress(() => start())}
      >
        Start talking
      </Button>
      <p className={styles.fine}>
        {time.charAt(0).toUpperCase() + time.slice(1)}. Your microphone is used, your camera never.
      </p>
    </>
  )
}
