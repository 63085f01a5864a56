'use client'

import { ChevronDown } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { useConversation, useStore } from './conversation-context'
import styles from './settings.module.css'

interface Device {
  id: string
  label: string
}

/** Which microphone is in use; another one takes over without a new session. */
export function MicrophoneChoice({ isHeard }: { isHeard: boolean }) {
  const { conversation } = useConversation()
  const stream = useStore(conversation.stream)
  const devices = useMicrophones()
  const id = useId()
  const current = stream?.getAudioTracks()[0]?.getSettings().deviceId ?? ''
  // Without permission the browser lists one nameless device.
  const isUsable = isHeard && devices.length > 0
  return (
    <>
      <label className={styles.label} htmlFor={id}>
        Microphone
      </label>
      <div className={styles.select}>
        <select
          id={id}
          value={current}
          disabled={!isUsable}
          onChange={({ target }) => {
            if (target.value) void conversation.chooseMicrophone(target.value)
          }}
        >
          {isUsable && current ? null : <option value="">Not in use</option>}
          {isUsable
            ? devices.map((device) => (
                <option key={device.id} value={device.id}>
                  {device.label}
                </option>
              ))
            : null}
        </select>
        <ChevronDown size={18} strokeWidth={1.75} aria-hidden />
      </div>
    </>
  )
}

function useMicrophones(): Device[] {
  const [devices, setDevices] = useState<Device[]>([])
  useEffect(() => {
    const media = navigator.mediaDevices
    if (!media?.enumerateDevices) return
    let isGone = false
    async function list() {
      const all = await media.enumerateDevices().catch(() => [])
      if (isGone) return
      const inputs = all.filter(({ kind, deviceId }) => kind === 'audioinput' && deviceId)
      setDevices(
        inputs.map(({ deviceId, label }, index) => ({
          id: deviceId,
          label: label || `Microphone ${index + 1}`,
        })),
      )
    }
    void list()
    media.addEventListener('devicechange', list)
    return () => {
      isGone = true
      media.removeEventListener('devicechange', list)
    }
  }, [])
  return devices
}
