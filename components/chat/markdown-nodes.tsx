import { type MarkdownToJSX, RuleType } from 'markdown-to-jsx/react'
import { Fragment, type ReactNode } from 'react'
import { CodeBlock } from './code-block'
import styles from './markdown.module.css'
import { MarkdownLink } from './markdown-link'
import { MarkdownTable } from './markdown-table'

type Node = MarkdownToJSX.ASTNode

/** Deeper than anybody writes; React's own stack is not endless. */
const deepest = 24

/** Nodes as elements. What is not listed in `render` becomes nothing. */
export const renderBlocks = (nodes: readonly Node[], depth = 0): ReactNode[] =>
  // biome-ignore lint/suspicious/noArrayIndexKey: while an answer grows, a place keeps its node.
  nodes.map((node, index) => <Fragment key={index}>{render(node, depth)}</Fragment>)

function render(node: Node, depth: number): ReactNode {
  const inside = (nodes: readonly Node[]) =>
    depth < deepest ? renderBlocks(nodes, depth + 1) : '…'
  switch (node.type) {
    case RuleType.text:
      return node.text
    case RuleType.paragraph:
      return <p>{inside(node.children)}</p>
    case RuleType.heading: {
      const Heading = headings[node.level]
      return <Heading>{inside(node.children)}</Heading>
    }
    case RuleType.textFormatted:
      return formatted(node.tag, inside(node.children))
    case RuleType.codeInline:
      return <code>{node.text}</code>
    case RuleType.codeBlock:
      return <CodeBlock text={node.text} language={node.lang} />
    case RuleType.breakLine:
      return <br />
    case RuleType.breakThematic:
      return <hr />
    case RuleType.blockQuote:
      return <blockquote>{inside(node.children)}</blockquote>
    case RuleType.orderedList:
      return <ol start={node.start}>{node.items.map(toItem(inside))}</ol>
    case RuleType.unorderedList:
      return <ul>{node.items.map(toItem(inside))}</ul>
    case RuleType.gfmTask:
      return <span className={styles.task}>{node.completed ? '☑' : '☐'}</span>
    case RuleType.link:
      return <MarkdownLink target={node.target}>{inside(node.children)}</MarkdownLink>
    case RuleType.image:
      // Not loaded: that would tell its server who reads this, and when.
      return (
        <MarkdownLink
          target={node.target}
        >{`Picture: ${node.alt || 'without a name'}`}</MarkdownLink>
      )
    case RuleType.table:
      return <MarkdownTable node={node} inside={inside} />
    case RuleType.footnoteReference:
      return <sup>[{node.text}]</sup>
    case RuleType.refCollection:
      return null
    case RuleType.frontmatter:
      return <p>{node.text}</p>
    default:
      return null
  }
}

/** Under the heading of a turn, which is the third level. */
const headings = { 1: 'h4', 2: 'h4', 3: 'h5', 4: 'h6', 5: 'h6', 6: 'h6' } as const

export type Inside = (nodes: readonly Node[]) => ReactNode

const toItem = (inside: Inside) => (nodes: readonly Node[], index: number) => (
  <li key={index}>{inside(nodes)}</li>
)

function formatted(tag: string, children: ReactNode): ReactNode {
  switch (tag) {
    case 'strong':
      return <strong>{children}</strong>
    case 'em':
      return <em>{children}</em>
    case 'del':
      return <del>{children}</del>
    case 'mark':
      return <mark>{children}</mark>
    default:
      return children
  }
}
