'use client'

import { CopyButton } from '@/components/ui/copy-button'
import styles from './markdown.module.css'

interface CodeBlockProps {
  text: string
  language: string | undefined
}

/** Code as it was written: it scrolls by itself and can be copied. */
export function CodeBlock({ text, language }: CodeBlockProps) {
  const name = language?.trim().split(/\s/, 1)[0]
  return (
    <div className={styles.code}>
      <div className={styles.codeHead}>
        <span>{name || 'Code'}</span>
        <CopyButton label="Copy code" text={text} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the keys. */}
      <section className={styles.scroll} aria-label="Code" tabIndex={0}>
        <pre dir="ltr">
          <code>{text}</code>
        </pre>
      </section>
    </div>
  )
}
