'use client'

import { useEffect, useRef, useState } from 'react'
import type { Store } from '@/lib/conversation/store'

/** Closer to the end than this, in pixels, counts as being there. */
const slack = 40

/** Keeps a scrolled element at its end while `content` grows, unless the reader has scrolled up. */
export function useFollow(content: Store<unknown>) {
  const ref = useRef<HTMLDivElement>(null)
  const following = useRef<boolean>(true)
  const [isAtEnd, setIsAtEnd] = useState(true)

  useEffect(() => {
    // After the browser has laid out what came.
    const follow = () =>
      requestAnimationFrame(() => {
        const element = ref.current
        if (following.current) element?.scrollTo({ top: element.scrollHeight })
      })
    follow()
    return content.subscribe(follow)
  }, [content])

  const toEnd = () => ref.current?.scrollTo({ top: ref.current.scrollHeight })

  const onScroll = () => {
    const element = ref.current
    if (!element) return
    following.current = element.scrollHeight - element.scrollTop - element.clientHeight < slack
    setIsAtEnd(following.current)
  }

  return { ref, isAtEnd, toEnd, onScroll }
}
