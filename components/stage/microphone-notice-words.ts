'use client'

import { browserFamily } from '@/lib/conversation/browser-family'
import { explain, type MicrophoneCopy, microphoneWords } from '@/lib/conversation/microphone-copy'
import type { MicrophoneTrouble } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'
import { useMicrophonePermission } from './device-list'

/** The words for this browser. Not for the first HTML: the server does not know the browser. */
export function useMicrophoneWords(trouble: MicrophoneTrouble): MicrophoneCopy {
  const { persona } = useConversation()
  const permission = useMicrophonePermission()
  const browser = browserFamily(navigator.userAgent, navigator.maxTouchPoints)
  return microphoneWords(explain(trouble, permission), persona.name, browser)
}
