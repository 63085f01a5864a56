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
  /** What it is by now: once the switch is back at the start, the browser asks again. */
  trouble: MicrophoneTrouble
}

/** Asks once more for the microphone of a running conversation. */
export function useMicrophoneRetry(settled: MicrophoneTrouble): MicrophoneRetry {
  const { conversation } = useConversation()
  const [permission, setPermission] = useState<MicrophonePermission>('unknown')
  const [isAsking, setIsAsking] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)

  useEffect(() => watchMicrophonePermission(setPermission), [])

  async function ask() {
    setIsAsking(true)
    await conversation.askMicrophone()
    setIsAsking(false)
    setHasFailed(true)
  }

  return {
    isOffered: settled !== 'blocked' && settled !== 'unsupported',
    isAsking,
    hasFailed,
    ask: () => void ask(),
    trouble: settled === 'denied' && permission === 'prompt' ? 'unanswered' : settled,
  }
}

/** The visitor has allowed it in the browser's own settings: no press is needed then. */
export function useMicrophoneOnceAllowed() {
  const { conversation } = useConversation()
  useEffect(() => {
    let before: MicrophonePermission = 'granted'
    return watchMicrophonePermission((permission) => {
      const isNew = permission === 'granted' && before !== 'granted'
      before = permission
      if (isNew) void conversation.askMicrophone()
    })
  }, [conversation])
}
