'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import { type ReactElement, useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { createMicrophoneCheck } from '@/lib/conversation/devices-check'
import { useConversation } from './conversation-context'
import styles from './green-room.module.css'
import { GreenRoomMicrophone } from './green-room-microphone'
import { GreenRoomSpeaker } from './green-room-speaker'
import { onePress } from './one-press'

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
    <Dialog.Root open={isOpen} onOpenChange={change}>
      <Dialog.Trigger render={children} />
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.popup}>
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Check sound</Dialog.Title>
            <Dialog.Close render={<Button size="icon" variant="plain" aria-label="Close" />}>
              <X size={20} strokeWidth={1.75} aria-hidden />
            </Dialog.Close>
          </div>
          <div className={styles.body}>
            <GreenRoomMicrophone check={check} />
            <GreenRoomSpeaker check={check} />
          </div>
          <div className={styles.foot}>
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
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
