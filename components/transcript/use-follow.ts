'use client'

import { useEffect, useRef, useState } from 'react'
import { followsAfter, isAtEnd } from './follow'

/** Keeps `frame` at its end while the `content` in it grows, unless the reader has scrolled up. */
export function useFollow() {
  const frame = useRef<HTMLDivElement>(null)
  const content = useRef<HTMLDivElement>(null)
  const following = useRef<boolean>(true)
  const top = useRef<number>(0)
  const [isFollowing, setIsFollowing] = useState(true)

  useEffect(() => {
    // Told after layout and before paint, whatever it was that grew: words, fonts or the pane.
    const observer = new ResizeObserver(() => {
      if (following.current) return scrollToEnd(frame.current)
      // What has shrunk may be all in sight: then there is nothing to go to.
      if (!frame.current || !isAtEnd(frame.current)) return
      following.current = true
      setIsFollowing(true)
    })
    for (const { current } of [frame, content]) if (current) observer.observe(current)
    return () => observer.disconnect()
  }, [])

  const onScroll = () => {
    const element = frame.current
    if (!element) return
    following.current = followsAfter(following.current, top.current, element)
    top.current = element.scrollTop
    setIsFollowing(following.current)
  }

  const toEnd = () => {
    following.current = true
    setIsFollowing(true)
    scrollToEnd(frame.current)
    // The button that was pressed goes.
    frame.current?.focus({ preventScroll: true })
  }

  return { frame, content, isFollowing, onScroll, toEnd }
}

function scrollToEnd(element: HTMLElement | null) {
  if (element) element.scrollTop = element.scrollHeight
}
