'use client'

import Link from 'next/link'
import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { editorAddress } from '@/lib/personas/editor-address'
import { languageName } from '@/lib/personas/languages'
import { plainDuration } from '@/lib/plain-numbers'
import { useConversation, useStore } from './conversation-context'
import { useMicrophonePermission } from './device-list'
import styles from './dock.module.css'
import { GreenRoom } from './green-room'
import own from './idle-dock.module.css'
import { onePress } from './one-press'
import { SceneChooser } from './scene-chooser'

/** Who is there, and the one next step. */
export function IdleDock({ maxSessionSeconds }: { maxSessionSeconds: number }) {
  const {
    conversation,
    preferences,
    persona,
    isDraft,
    personas,
    choose,
    scene,
    start,
    takesText,
    language,
  } = useConversation()
  const { isChecked } = useStore(preferences)
  const permission = useMicrophonePermission()
  const isHydrated = useIsHydrated()
  const time = plainDuration(maxSessionSeconds)
  const tongue = language ? `, in ${languageName(language)}` : ''
  return (
    <>
      <div className={styles.who}>
        <h1>{persona.name}</h1>
        <p>{persona.tagline}</p>
      </div>
      <div className={own.choices}>
        {isDraft ? (
          <Link className={own.choice} href={editorAddress(persona.id)}>
            Back to the editor
          </Link>
        ) : null}
        <PersonaChooser personas={personas} chosen={persona.id} onChoose={choose}>
          <button type="button" className={own.choice}>
            Choose someone else
          </button>
        </PersonaChooser>
        <GreenRoom>
          <button type="button" className={own.choice} data-done={isChecked}>
            Check sound
          </button>
        </GreenRoom>
        <SceneChooser>
          <button type="button" className={own.choice}>
            {scene.name ? `About: ${scene.name}` : 'What is it about?'}
          </button>
        </SceneChooser>
      </div>
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
        {permission === 'denied'
          ? `The browser blocks your microphone here. Check sound shows how to allow it${takesText ? '; typing works' : ''}.`
          : `Up to ${time}${tongue}. Your microphone is used, your camera never.`}
      </p>
    </>
  )
}
