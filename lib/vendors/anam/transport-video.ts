import type { TransportEvent } from '@/lib/conversation/transport'

/** A picture that stands still this long (of 25 frames a second) is told. */
const frozenMs = 2000
const checkMs = 500

export interface PictureWatch {
  /** The stream is about to be in the element. */
  play: () => void
  /** Somebody else saw the first frame. */
  seen: () => void
  stop: () => void
}

/** Tells the first frame, a frozen picture, and a browser that will not play sound. */
export function watchVideo(
  video: HTMLVideoElement,
  tell: (event: TransportEvent) => void,
): PictureWatch {
  let isSeen = false
  let isFrozen = false
  let frames = 0
  let movedAt = 0
  let timer: ReturnType<typeof setInterval> | undefined
  let handle: number | undefined
  // A conversation before this one may have ended with its sound refused.
  video.muted = false
  video.srcObject = null

  function seen() {
    if (isSeen) return
    isSeen = true
    tell({ type: 'first-frame' })
    movedAt = performance.now()
    timer = setInterval(check, checkMs)
  }

  function check() {
    const now = performance.now()
    const total = video.getVideoPlaybackQuality().totalVideoFrames
    // A hidden page decodes nothing, which says nothing about the connection.
    const isMoving = total !== frames || document.hidden
    if (isMoving) movedAt = now
    frames = total
    const wasFrozen = isFrozen
    isFrozen = now - movedAt >= frozenMs
    if (isFrozen !== wasFrozen) tell({ type: isFrozen ? 'unstable' : 'stable' })
  }

  async function play() {
    // The SDK assigns `srcObject` right after this event and never calls play() itself.
    await Promise.resolve()
    try {
      await video.play()
    } catch (error) {
      if (!(error instanceof DOMException) || error.name !== 'NotAllowedError') return
      // Without sound every browser plays: the face is there while the visitor is asked to press.
      video.muted = true
      tell({ type: 'sound-blocked' })
      await video.play().catch(() => {})
    }
  }

  // Firefox before 132 has no frame callbacks.
  if ('requestVideoFrameCallback' in video) handle = video.requestVideoFrameCallback(seen)
  video.addEventListener('playing', seen)

  return {
    play: () => void play(),
    seen,
    stop() {
      clearInterval(timer)
      video.removeEventListener('playing', seen)
      if (handle !== undefined) video.cancelVideoFrameCallback(handle)
    },
  }
}
