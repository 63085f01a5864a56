'use client'

import { Field } from '@/components/ui/field'
import { useEditor } from './editor-context'
import styles from './sections.module.css'

const numbers = [0, 1, 2]

/** Up to three sentences that a visitor can begin with by a press. */
export function OpeningLines() {
  const { persona, change, field } = useEditor()
  const { openingLines } = persona

  function write(index: number, text: string) {
    const lines = numbers.map((n) => (n === index ? text : (openingLines[n] ?? '')))
    // Empty ones at the end are none.
    while (lines.at(-1) === '') lines.pop()
    change({ openingLines: lines })
  }

  return (
    <fieldset className={styles.group}>
      <legend>Ways to begin</legend>
      <p className={styles.hint}>Sentences that a visitor can say with one press.</p>
      {numbers.map((index) => (
        <Field
          key={index}
          label={<span className="sr-only">{`Way to begin ${index + 1}`}</span>}
          placeholder={index === 0 ? 'Help me plan dinner' : ''}
          autoComplete="off"
          value={openingLines[index] ?? ''}
          {...field(`openingLines.${index}`)}
          onChange={({ target }) => write(index, target.value)}
        />
      ))}
    </fieldset>
  )
}
