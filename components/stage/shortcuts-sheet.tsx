'use client'

import { Dialog } from '@base-ui/react/dialog'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { type Shortcut, shortcuts } from '@/lib/conversation/shortcuts'
import { useConversation, useStore } from './conversation-context'
import { hasFullScreen } from './full-screen'
import { hasPictureInPicture } from './picture-in-picture'
import styles from './shortcuts-sheet.module.css'

const words: Record<Shortcut, string> = {
  mute: 'Mute or unmute the microphone',
  interrupt: 'Interrupt',
  captions: 'Captions on or off',
  transcript: 'Transcript',
  message: 'Write a message',
  fullScreen: 'Full screen',
  pictureInPicture: 'Picture in picture',
  end: 'Hold to end the conversation',
  help: 'This list',
}

const order: Shortcut[] = [
  'mute',
  'interrupt',
  'captions',
  'transcript',
  'message',
  'fullScreen',
  'pictureInPicture',
  'end',
  'help',
]

/** Whether it can do anything in this browser, in this way of talking. */
const isHere = (name: Shortcut, { medium, takesText }: { medium: string; takesText: boolean }) =>
  (name !== 'fullScreen' || hasFullScreen()) &&
  (name !== 'pictureInPicture' || (medium === 'face' && hasPictureInPicture())) &&
  (name !== 'message' || takesText)

export interface ShortcutsSheetProps {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Which keys do what, and the switch that turns them off. The talk goes on beside it. */
export function ShortcutsSheet({ isOpen, onOpenChange }: ShortcutsSheetProps) {
  const { preferences, medium, takesText } = useConversation()
  const { pushToTalk, shortcuts: isOn } = useStore(preferences)
  return (
    <Dialog.Root open={isOpen} onOpenChange={onOpenChange} modal="trap-focus">
      <Dialog.Portal>
        <Dialog.Popup
          className={styles.popup}
          // With the mouse the focus stays out of the bar, where the space bar would press a button.
          finalFocus={(how) => how === 'keyboard'}
          onKeyDown={(event) => {
            if (event.key === shortcuts.help.key) onOpenChange(false)
          }}
        >
          <div className={styles.head}>
            <Dialog.Title className={styles.title}>Keyboard shortcuts</Dialog.Title>
            <Dialog.Close render={<Button size="icon" variant="plain" aria-label="Close" />}>
              <X size={20} strokeWidth={1.75} aria-hidden />
            </Dialog.Close>
          </div>
          <div className={styles.body}>
            <label className={styles.switch}>
              Use single keys while you talk
              <input
                type="checkbox"
                role="switch"
                checked={isOn}
                aria-checked={isOn}
                onChange={(event) => preferences.change({ shortcuts: event.target.checked })}
              />
            </label>
            <dl className={styles.keys}>
              <Key name="Space" isDim={!isOn && !pushToTalk}>
                {pushToTalk ? 'Hold to talk' : 'Hold to mute'}
              </Key>
              {order
                .filter((name) => isHere(name, { medium, takesText }))
                .map((shortcut) => (
                  <Key key={shortcut} name={shortcuts[shortcut].key.toUpperCase()} isDim={!isOn}>
                    {words[shortcut]}
                  </Key>
                ))}
            </dl>
          </div>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

function Key({ name, isDim, children }: { name: string; isDim: boolean; children: ReactNode }) {
  return (
    <div data-dim={isDim}>
      <dt>
        <kbd>{name}</kbd>
      </dt>
      <dd>{children}</dd>
    </div>
  )
}
