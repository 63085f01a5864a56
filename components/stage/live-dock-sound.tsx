'use client'

import { Volume2 } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { useConversation } from './conversation-context'
import { focusDock } from './focus-dock'

/** The browser plays nothing aloud before one more press. The focus does not go down with it. */
export function SoundButton() {
  const { conversation, persona } = useConversation()

  async function play() {
    await conversation.playSound()
    focusDock()
  }

  return (
    <>
      <p className="sr-only" role="alert">
        The browser keeps {persona.name} silent until you turn the sound on.
      </p>
      <Button variant="primary" size="big" surface="stage" onClick={() => void play()}>
        <Volume2 size={20} strokeWidth={1.75} aria-hidden />
        Turn sound on
      </Button>
    </>
  )
}
