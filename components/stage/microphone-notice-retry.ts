'use client'

import { useEffect, useState } from 'react'
import {
  type MicrophonePermission,
  watchMicrophonePermission,
} from '@/lib/conversation/devices-permission'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'

export interface MicrophoneRetry {
  /** Where trying again can change anything. */
  isOffered: boolean
  isAsking: boolean
  /** It was tried, and the trouble is the same. */
  hasFailed: boolean
  /** Call it directly in the click. */
  ask: () => void
}

/** Asks once more for the microphone of a running conversation. */
export function useMicrophoneRetry(trouble: MicrophoneTrouble): MicrophoneRetry {
  const { conversation } = useConversation()
  const [isAsking, setIsAsking] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  async function ask() {
    setIsAsking(true)
    await conversation.askMicrophone()
    setIsAsking(false)
    setHasFailed(true)
  }

  return {
    isOffered: trouble !== 'blocked' && trouble !== 'unsupported',
    isAsking,
    hasFailed: hasFailed && !isAsking,
    ask: () => void ask(),
  }
}

/** Calls when the visitor allows the microphone in the browser's own settings. */
export function useMicrophoneAllowed(onAllowed: () => unknown) {
  useEffect(() => {
    let before: MicrophonePermission = 'granted'
    return watchMicrophonePermission((permission) => {
      const isNew = permission === 'granted' && before !== 'granted'
      before = permission
      if (isNew) onAllowed()
    })
  }, [onAllowed])
}
