'use client'

import { browserFamily } from '@/lib/conversation/browser-family'
import { type MicrophoneCopy, microphoneWords } from '@/lib/conversation/microphone-copy'
import type { MicrophoneTrouble } from '@/lib/conversation/state'

/** The words for this browser. Not for the first HTML: the server does not know the browser. */
export const microphoneWordsHere = (trouble: MicrophoneTrouble, name: string): MicrophoneCopy =>
  microphoneWords(trouble, name, browserFamily(navigator.userAgent, navigator.maxTouchPoints))
