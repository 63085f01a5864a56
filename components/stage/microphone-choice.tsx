'use client'

import type { ReactNode } from 'react'
import { useDevices } from './device-list'
import { DeviceSelect } from './device-select'

export interface MicrophoneChoiceProps {
  /** The microphone that is open. */
  stream: MediaStream | null
  onChoose: (deviceId: string) => void
  children?: ReactNode
}

/** Which microphone is in use: the one that is really open, whatever was wished for. */
export function MicrophoneChoice({ stream, onChoose, children }: MicrophoneChoiceProps) {
  const devices = useDevices('audioinput', stream)
  const track = stream?.getAudioTracks()[0]
  const current = track?.getSettings().deviceId ?? ''
  const isListed = devices.some(({ id }) => id === current)
  // Without permission there is nothing to choose from.
  return (
    <DeviceSelect
      label="Microphone"
      devices={devices}
      value={isListed ? current : ''}
      none={isListed ? undefined : track?.label || 'Not in use'}
      disabled={devices.length === 0}
      onChoose={(id) => {
        if (id) onChoose(id)
      }}
    >
      {children}
    </DeviceSelect>
  )
}
