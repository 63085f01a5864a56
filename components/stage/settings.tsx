'use client'

import { Popover } from '@base-ui/react/popover'
import { Switch } from '@base-ui/react/switch'
import { Settings2, X } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Control } from './control'
import { useConversation, useStore } from './conversation-context'
import { LevelMeter } from './level-meter'
import { MicrophoneChoice } from './microphone-choice'
import styles from './settings.module.css'

/** What can be set while talking: it acts at once. */
export function Settings({ isHeard }: { isHeard: boolean }) {
  const { preferences } = useConversation()
  const { largeCaptions } = useStore(preferences)
  const switchId = useId()
  return (
    <Popover.Root>
      <Popover.Trigger render={<Control label="Settings" />}>
        <Settings2 size={20} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner side="top" sideOffset={14} collisionPadding={16}>
          <Popover.Popup className={styles.popup}>
            <div className={styles.head}>
              <Popover.Title className={styles.title}>Settings</Popover.Title>
              <Popover.Close
                render={<Button size="icon" variant="plain" aria-label="Close settings" />}
              >
                <X size={20} strokeWidth={1.75} aria-hidden />
              </Popover.Close>
            </div>
            <div className={styles.group}>
              <MicrophoneChoice isHeard={isHeard} />
              <LevelMeter />
            </div>
            <label className={styles.row} htmlFor={switchId}>
              Larger captions
              <Switch.Root
                id={switchId}
                className={styles.switch}
                checked={largeCaptions}
                onCheckedChange={(checked) =>
                  preferences.set({ ...preferences.get(), largeCaptions: checked })
                }
              >
                <Switch.Thumb className={styles.thumb} />
              </Switch.Root>
            </label>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
