'use client'

import { useEffect, useState } from 'react'
import { type Device, type DeviceKind, watchDevices } from '@/lib/conversation/devices'
import {
  type MicrophonePermission,
  watchMicrophonePermission,
} from '@/lib/conversation/devices-permission'

/**
 * The devices of a kind, as they come and go. Their names are known once a microphone is open, of
 * which browsers say nothing: pass the `stream` that is.
 */
export function useDevices(kind: DeviceKind, stream: MediaStream | null): Device[] {
  const [devices, setDevices] = useState<Device[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the stream is why it asks again
  useEffect(() => watchDevices(kind, setDevices), [kind, stream])
  return devices
}

export function useMicrophonePermission(): MicrophonePermission {
  const [permission, setPermission] = useState<MicrophonePermission>('unknown')
  useEffect(() => watchMicrophonePermission(setPermission), [])
  return permission
}
