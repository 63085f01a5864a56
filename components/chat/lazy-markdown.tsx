'use client'

import type { ReactNode } from 'react'
import { createStore } from '@/lib/conversation/store'
import { useStore } from '../stage/conversation-context'
import styles from './lazy-markdown.module.css'
import type { MarkdownProps } from './markdown'

type Show = (props: MarkdownProps) => ReactNode

const loaded = createStore<Show | undefined>(undefined)

/** Loads the parser, which no page needs before there is an answer. Never rejects. */
export async function loadMarkdown(): Promise<void> {
  if (loaded.get()) return
  try {
    const { Markdown } = await import('./markdown')
    loaded.set((props) => <Markdown {...props} />)
  } catch {
    // The network has lost it: answers are shown as they were written.
  }
}

/** Markdown once its parser is here; until then the text as it was written. */
export function LazyMarkdown(props: MarkdownProps) {
  const show = useStore(loaded)
  if (show) return show(props)
  return (
    <p className={styles.plain} dir="auto">
      {props.text}
    </p>
  )
}
