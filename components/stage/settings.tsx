'use client'

import { Popover } from '@base-ui/react/popover'
import { Settings2, X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { Control } from './control'
import { useConversation, useStore } from './conversation-context'
import styles from './settings.module.css'
import { SettingsMicrophone } from './settings-microphone'
import { SettingsSwitches } from './settings-switches'
import { SpeakerChoice } from './speaker-choice'
import { VolumeChoice } from './speaker-volume'

/** What can be set while talking: it acts at once. */
export function Settings() {
  const { conversation } = useConversation()
  const stream = useStore(conversation.stream)
  return (
    <Popover.Root>
      <Popover.Trigger render={<Control label="Settings" />}>
        <Settings2 size={20} strokeWidth={1.75} aria-hidden />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner
          className={styles.positioner}
          side="top"
          sideOffset={14}
          collisionPadding={16}
          collisionAvoidance={{ side: 'none', align: 'shift' }}
        >
          {/* After a mouse the focus stays out of the bar: Space is for the microphone. */}
          <Popover.Popup className={styles.popup} finalFocus={(how) => how === 'keyboard'}>
            <div className={styles.head}>
              <Popover.Title className={styles.title}>Settings</Popover.Title>
              <Popover.Close
                render={<Button size="icon" variant="plain" aria-label="Close settings" />}
              >
                <X size={20} strokeWidth={1.75} aria-hidden />
              </Popover.Close>
            </div>
            <div className={styles.body}>
              <SettingsMicrophone />
              <SpeakerChoice stream={stream} />
              <VolumeChoice />
              <SettingsSwitches />
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  )
}
