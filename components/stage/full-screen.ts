'use client'

import { useSyncExternalStore } from 'react'

/** Not on an iPhone: there only a film can fill the screen. */
export const hasFullScreen = () => Boolean(document.fullscreenEnabled)

/**
 * The whole page goes into full screen: of a single element, what lies over it (settings, sheets)
 * would be left behind. Call it directly in the press.
 */
export async function toggleFullScreen() {
  if (!hasFullScreen()) return
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else await document.documentElement.requestFullscreen({ navigationUI: 'hide' })
  } catch {
    // The browser refuses it in some windows; everything works as it is.
  }
}

export async function leaveFullScreen() {
  if (document.fullscreenElement) await document.exitFullscreen().catch(() => {})
}

function subscribe(tell: () => void) {
  document.addEventListener('fullscreenchange', tell)
  return () => document.removeEventListener('fullscreenchange', tell)
}

export const useIsFullScreen = () =>
  useSyncExternalStore(
    subscribe,
    () => document.fullscreenElement !== null,
    () => false,
  )
