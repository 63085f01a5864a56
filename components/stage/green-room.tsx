'use client'

import { type ReactElement, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { createMicrophoneCheck } from '@/lib/conversation/devices-check'
import { useConversation } from './conversation-context'
import { GreenRoomMicrophone } from './green-room-microphone'
import { GreenRoomSpeaker } from './green-room-speaker'
import { onePress } from './one-press'
import { Sheet } from './sheet'

/**
 * Where one looks after microphone and speaker before a talk. Nobody has to: a talk begins without
 * it, and from inside it. `children` is the button that opens it.
 */
export function GreenRoom({ children }: { children: ReactElement }) {
  const { preferences, start } = useConversation()
  const [isOpen, setIsOpen] = useState(false)
  const [check] = useState(() => createMicrophoneCheck())

  // Whatever takes the room away, the microphone does not stay open.
  useEffect(() => check.stop, [check])

  function change(opens: boolean) {
    // The browser asks inside this press.
    if (opens) void check.ask(preferences.get().microphoneId)
    else leave()
    setIsOpen(opens)
  }

  function leave() {
    check.stop()
    preferences.change({ isChecked: true })
  }

  return (
    <Sheet
      title="Check sound"
      isOpen={isOpen}
      onOpenChange={change}
      trigger={children}
      foot={
        <Button
          variant="primary"
          size="big"
          wide
          {...onePress(() => {
            leave()
            start()
          })}
        >
          Start talking
        </Button>
      }
    >
      <GreenRoomMicrophone check={check} />
      <GreenRoomSpeaker check={check} />
    </Sheet>
  )
}
