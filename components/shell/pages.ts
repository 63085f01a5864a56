import { CircleUserRound, type LucideIcon, Users, Video } from 'lucide-react'
import type { Route } from 'next'

interface Page {
  href: Route
  label: string
  icon: LucideIcon
}

/** The pages of the app, in the order of every navigation. */
export const pages: readonly Page[] = [
  { href: '/talk', label: 'Talk', icon: Video },
  { href: '/personas', label: 'Personas', icon: Users },
  { href: '/account', label: 'Account', icon: CircleUserRound },
]

/** `page` where it is this very one, `true` where it is a part of it. */
export const currentAt = (path: string, href: string): 'page' | true | undefined => {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? true : undefined
}
