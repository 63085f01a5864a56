'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import { longest } from '@/lib/personas/persona'
import { promptVariables } from '@/lib/personas/prompt-variables'
import { starterPrompts } from '@/lib/personas/starter-prompts'
import { useEditor } from './editor-context'
import styles from './sections.module.css'

/** What the persona is told: written, begun from a template, with variables. */
export function PromptField() {
  const { persona, change, field } = useEditor()
  const area = useRef<HTMLTextAreaElement>(null)
  /** What a template has replaced, to go back to. */
  const [before, setBefore] = useState<string>()

  function insert(name: string) {
    const { selectionStart: at = 0, selectionEnd: to = 0 } = area.current ?? {}
    const text = persona.systemPrompt
    const variable = `{{${name}}}`
    change({ systemPrompt: text.slice(0, at) + variable + text.slice(to) })
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(at + variable.length, at + variable.length)
    })
  }

  function begin(id: string) {
    const starter = starterPrompts.find((one) => one.id === id)
    if (!starter) return
    const text = persona.systemPrompt
    // One template after another still leads back to what somebody has written.
    const isOwn = text.trim() !== '' && !starterPrompts.some(({ prompt }) => prompt === text)
    if (isOwn) setBefore(text)
    change({ systemPrompt: starter.prompt })
  }

  function goBack() {
    if (before !== undefined) change({ systemPrompt: before })
    setBefore(undefined)
  }

  return (
    <>
      <SelectField
        label="Begin from a template"
        value=""
        onChange={({ target }) => begin(target.value)}
        hint={
          before === undefined ? (
            'It takes the place of the prompt.'
          ) : (
            <>
              The template has taken the place of what you wrote.{' '}
              <Button variant="plain" onClick={goBack}>
                Bring mine back
              </Button>
            </>
          )
        }
      >
        <option value="">Choose one</option>
        {starterPrompts.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <TextAreaField
        ref={area}
        label="System prompt"
        name="systemPrompt"
        rows={10}
        longest={longest.systemPrompt}
        required
        value={persona.systemPrompt}
        {...field('systemPrompt')}
        onChange={({ target }) => change({ systemPrompt: target.value })}
      />
      <fieldset className={styles.variables} aria-label="Insert a variable">
        Filled in when a talk begins:
        {promptVariables.map(({ name, about }) => (
          <Button key={name} title={about} onClick={() => insert(name)}>
            <code>{`{{${name}}}`}</code>
          </Button>
        ))}
      </fieldset>
    </>
  )
}
