'use client'

import { type ToolName, toolNames } from '@/lib/tools/names'
import { tools } from '@/lib/tools/tools'
import { useEditor } from './editor-context'
import { EditorSection } from './editor-section'
import styles from './sections.module.css'

/** What the persona can do in the page. */
export function ToolsSection() {
  const { persona, change, errorOf } = useEditor()

  function give(name: ToolName, isGiven: boolean) {
    change({
      tools: toolNames.filter((tool) => (tool === name ? isGiven : persona.tools.includes(tool))),
    })
  }

  return (
    <EditorSection
      title="Tools"
      about={
        persona.brain === null
          ? 'What it can do in the page, besides talking.'
          : 'What it could do in the page: not while another service thinks for it.'
      }
    >
      <fieldset className={styles.tools} aria-label="Tools">
        {toolNames.map((name) => (
          <label key={name} className={styles.tool}>
            <input
              type="checkbox"
              checked={persona.tools.includes(name)}
              onChange={({ target }) => give(name, target.checked)}
            />
            <span>
              <span className={styles.title}>{tools[name].label}</span>
              <span className={styles.what}>{tools[name].about}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {errorOf('tools') ? <p className={styles.hint}>{errorOf('tools')}</p> : null}
    </EditorSection>
  )
}
