'use client'

import { useSyncExternalStore } from 'react'

/** Firefox has a button of its own instead. */
export const hasPictureInPicture = () => Boolean(document.pictureInPictureEnabled)

/** The picture in a window of its own over everything, or back. Call it directly in the press. */
export async function togglePictureInPicture(video: HTMLVideoElement | null) {
  if (!video || !hasPictureInPicture()) return
  try {
    if (document.pictureInPictureElement) await document.exitPictureInPicture()
    else await video.requestPictureInPicture()
  } catch {
    // No frame yet, or the browser refuses it; the picture stays on the stage.
  }
}

export async function leavePictureInPicture() {
  if (document.pictureInPictureElement) await document.exitPictureInPicture().catch(() => {})
}

const changes = ['enterpictureinpicture', 'leavepictureinpicture']

function subscribe(tell: () => void) {
  // They come from the video and bubble.
  for (const change of changes) document.addEventListener(change, tell)
  return () => {
    for (const change of changes) document.removeEventListener(change, tell)
  }
}

export const useIsPictureInPicture = () =>
  useSyncExternalStore(
    subscribe,
    () => Boolean(document.pictureInPictureElement),
    () => false,
  )
