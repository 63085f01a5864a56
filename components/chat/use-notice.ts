'use client'

import { useState } from 'react'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { hasReadNotice, readNotice } from '@/lib/chat/chat-storage'

/** What a source wants to be read before the first message, once per tab and visitor. */
export function useNotice(name: readonly string[], notice: string | undefined) {
  const isHydrated = useIsHydrated()
  const [accepted, setAccepted] = useState<string | undefined>(undefined)
  const isRead =
    notice === undefined || accepted === notice || (isHydrated && hasReadNotice(name, notice))
  return {
    notice: isRead ? undefined : notice,
    accept() {
      if (notice === undefined) return
      readNotice(name, notice)
      setAccepted(notice)
    },
  }
}
