'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { PersonaChooser } from '@/components/persona/persona-chooser'
import { Button } from '@/components/ui/button'
import { editorAddress } from '@/lib/personas/editor-address'
import { useStore } from '../stage/conversation-context'
import dock from '../stage/dock.module.css'
import choices from '../stage/idle-dock.module.css'
import { justTalk } from '../stage/scene-choice'
import { SceneSheet } from '../stage/scene-chooser'
import { useChat } from './chat-context'

/** Who is there, what it is about and, where the chat is a sheet that is closed, the way to it. */
export function ChatDock() {
  const { chat, persona, personas, isDraft, choose, vendorName, sheet } = useChat()
  const scene = useStore(chat.scene) ?? justTalk
  const isOpen = useStore(sheet)
  const wasOpen = useRef(isOpen)
  const opener = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    // The sheet has taken the focus with it; on a wide page this button is not there.
    if (wasOpen.current && !isOpen) opener.current?.focus({ preventScroll: true })
    wasOpen.current = isOpen
  }, [isOpen])

  return (
    <>
      <div className={dock.who}>
        <h1>{persona.name}</h1>
        <p>{persona.tagline}</p>
      </div>
      <div className={choices.choices}>
        {isDraft ? (
          <Link className={choices.choice} href={editorAddress(persona.id)}>
            Back to the editor
          </Link>
        ) : null}
        <PersonaChooser personas={personas} chosen={persona.id} onChoose={choose}>
          <button type="button" className={choices.choice}>
            Choose someone else
          </button>
        </PersonaChooser>
        <SceneSheet
          scene={scene}
          onChoose={(chosen) => chat.scene.set({ ...chosen, metadata: { ...chosen.metadata } })}
        >
          <button type="button" className={choices.choice}>
            {scene.name ? `About: ${scene.name}` : 'What is it about?'}
          </button>
        </SceneSheet>
      </div>
      <Button
        ref={opener}
        variant="primary"
        size="big"
        surface="stage"
        className={`${dock.step} ${dock.narrow}`}
        aria-expanded={isOpen}
        onClick={() => sheet.set(true)}
      >
        Write to {persona.name}
      </Button>
      <p className={dock.fine}>What you write goes to {vendorName}, which writes the answers.</p>
    </>
  )
}
