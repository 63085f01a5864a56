'use client'

import { Volume2 } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { useConversation } from './conversation-context'

/** The browser plays nothing aloud before one more press. The focus does not go down with it. */
export function SoundButton() {
  const { conversation, persona } = useConversation()
  const button = useRef<HTMLButtonElement>(null)

  async function play() {
    const dock = button.current?.closest('[data-phase]')
    await conversation.playSound()
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      dock?.querySelector<HTMLElement>('[data-first]')?.focus({ preventScroll: true })
    })
  }

  return (
    <>
      <p className="sr-only" role="alert">
        The browser keeps {persona.name} silent until you turn the sound on.
      </p>
      <Button ref={button} variant="primary" size="big" surface="stage" onClick={() => void play()}>
        <Volume2 size={20} strokeWidth={1.75} aria-hidden />
        Turn sound on
      </Button>
    </>
  )
}
