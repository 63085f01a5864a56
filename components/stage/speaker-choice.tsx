'use client'

import { Button } from '@/components/ui/button'
import { canChooseSpeaker, canPickSpeaker, pickSpeaker } from '@/lib/conversation/devices-output'
import { useConversation, useStore } from './conversation-context'
import { useDevices } from './device-list'
import { DeviceSelect } from './device-select'
import styles from './device-select.module.css'

/**
 * Where the persona is heard, where the browser leaves that to a page. `stream` is the open
 * microphone: with it browsers tell the names of speakers, too.
 */
export function SpeakerChoice({ stream }: { stream: MediaStream | null }) {
  const { preferences } = useConversation()
  const { speakerId } = useStore(preferences)
  const all = useDevices('audiooutput', stream)
  // Chromium lists the system's choice as a device; it is the choice without one.
  const devices = all.filter(({ id }) => id !== 'default')
  const isListed = devices.some(({ id }) => id === speakerId)
  const choose = (id: string | undefined) => preferences.change({ speakerId: id || undefined })

  if (!canChooseSpeaker()) {
    return (
      <div className={styles.group}>
        <p className={styles.label}>Speaker</p>
        <p className={styles.note}>
          This browser plays through the system’s speaker. Choose another one in the settings of the
          device.
        </p>
      </div>
    )
  }
  return (
    <DeviceSelect
      label="Speaker"
      devices={devices}
      value={isListed ? (speakerId ?? '') : ''}
      none="Same as system"
      onChoose={choose}
    >
      {canPickSpeaker() ? (
        <Button
          variant="outline"
          onClick={async () => {
            const id = await pickSpeaker()
            if (id !== undefined) choose(id)
          }}
        >
          Choose another speaker
        </Button>
      ) : null}
    </DeviceSelect>
  )
}
