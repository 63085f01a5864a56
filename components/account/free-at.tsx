'use client'

import { useIsHydrated } from '@/components/ui/use-is-hydrated'

export interface FreeAtProps {
  /** ISO 8601. */
  at: string
  /** How far off it is: what stands in the first HTML, before the visitor's clock is known. */
  children: string
}

/** A moment of the next hour, by the visitor's own clock. */
export function FreeAt({ at, children }: FreeAtProps) {
  const isHydrated = useIsHydrated()
  const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' })
  return <time dateTime={at}>{isHydrated ? `at ${clock.format(new Date(at))}` : children}</time>
}
