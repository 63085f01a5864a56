import type { ReactNode } from 'react'
import { linkTarget } from '@/lib/chat/link-target'

interface MarkdownLinkProps {
  /** As the model wrote it. */
  target: string | null
  children: ReactNode
}

/** A link out of this site, with where it leads; only its words where that is nowhere safe. */
export function MarkdownLink({ target, children }: MarkdownLinkProps) {
  const href = linkTarget(target)
  if (!href) return children
  return (
    <a href={href} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  )
}
