'use client'

import { type MarkdownToJSX, parser, RuleType } from 'markdown-to-jsx/react'
import styles from './markdown.module.css'
import { renderBlocks } from './markdown-nodes'

/** Beyond this an answer is shown as it was written: parsing it once per picture would take too long. */
const longest = 60_000

export interface MarkdownProps {
  text: string
  /** More of it is coming: what is begun and not ended yet is not shown as if it were meant so. */
  isWritten: boolean
}

/**
 * Markdown of a language model. Only the kinds of nodes that `markdown-nodes.tsx` knows become
 * elements; HTML is text.
 */
export function Markdown({ text, isWritten }: MarkdownProps) {
  if (text.length > longest) return <p className={styles.plain}>{text}</p>
  const nodes = parser(text, {
    disableParsingRawHTML: true,
    // It would turn `<` of some tags into entities, which React writes once more.
    tagfilter: false,
    optimizeForStreaming: !isWritten,
    // What is an address is judged here (lib/chat/link-target.ts).
    sanitizer: (address) => address,
  })
  return (
    <div className={styles.markdown} dir="auto">
      {renderBlocks(nodes)}
      {footnotesOf(nodes).map(([name, words]) => (
        <p key={name} className={styles.footnote}>
          [{name}] {words}
        </p>
      ))}
    </div>
  )
}

/** The parser keeps them apart from the rest, with a mark before their names. */
function footnotesOf(nodes: readonly MarkdownToJSX.ASTNode[]): [string, string][] {
  return nodes.flatMap((node) => {
    if (node.type !== RuleType.refCollection) return []
    const notes = Object.entries(node.refs).filter(([name]) => name.startsWith('^'))
    return notes.map(([name, { target }]): [string, string] => [name.slice(1), target])
  })
}
