import type { MarkdownToJSX } from 'markdown-to-jsx/react'
import styles from './markdown.module.css'
import type { Inside } from './markdown-nodes'

interface MarkdownTableProps {
  node: MarkdownToJSX.TableNode
  inside: Inside
}

/** A table that scrolls by itself, also with the keyboard. */
export function MarkdownTable({ node, inside }: MarkdownTableProps) {
  const alignment = (column: number) => ({ textAlign: node.align[column] ?? undefined })
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: who has no pointer scrolls it with the keys.
    <section className={styles.scroll} aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {node.header.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
              <th key={column} style={alignment(column)} scope="col">
                {inside(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {node.cells.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place.
            <tr key={index}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place.
                <td key={column} style={alignment(column)}>
                  {inside(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
