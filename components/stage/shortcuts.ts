'use client'

import { useEffect, useState } from 'react'
import { isTalking } from '@/lib/conversation/state'
import { useConversation } from './conversation-context'
import { toggleFullScreen } from './full-screen'
import { togglePictureInPicture } from './picture-in-picture'
import type { PushToTalk } from './push-to-talk'
import { createHoldToEnd, type HoldToEnd } from './shortcuts-hold-to-end'
import { listenForShortcuts } from './shortcuts-listener'

/** The keys of a talk, for as long as the caller is on the page. Answers how its end is held. */
export function useShortcuts(talk: PushToTalk, onHelp: () => void): HoldToEnd {
  const { conversation, preferences, sheet, composerRef, videoRef } = useConversation()
  const [end] = useState(() => createHoldToEnd(conversation.end))

  useEffect(() => {
    const captions = () => preferences.change({ captions: !preferences.get().captions })

    function interrupt() {
      const state = conversation.state.get()
      if (isTalking(state) && state.personaSpeaking) conversation.interrupt()
    }

    /** Beside the stage it is always there: then one goes to it. */
    function transcript() {
      const isBeside = !sheet.get() && isShown(composerRef.current)
      if (isBeside) document.querySelector<HTMLElement>('[role="log"]')?.focus()
      else sheet.set(!sheet.get())
    }

    function message() {
      if (!isShown(composerRef.current)) sheet.set(true)
      requestAnimationFrame(() => composerRef.current?.focus())
    }

    return listenForShortcuts({
      talk,
      end,
      act: {
        mute: talk.toggle,
        interrupt,
        captions,
        transcript,
        message,
        fullScreen: () => void toggleFullScreen(),
        pictureInPicture: () => void togglePictureInPicture(videoRef.current),
        help: onHelp,
      },
      isReady() {
        const state = conversation.state.get()
        return isTalking(state) && state.leavesAt === undefined
      },
      isOn: () => preferences.get().shortcuts,
      isPushToTalk: () => preferences.get().pushToTalk,
    })
  }, [conversation, preferences, sheet, composerRef, videoRef, talk, end, onHelp])

  return end
}

const isShown = (element: HTMLElement | null): boolean =>
  element !== null &&
  element.getClientRects().length > 0 &&
  getComputedStyle(element).visibility === 'visible'
