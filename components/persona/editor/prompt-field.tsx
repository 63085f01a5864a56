'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import { beginFrom, bringBack, withVariable } from '@/lib/personas/editor/prompt-text'
import { longest } from '@/lib/personas/persona'
import { promptVariables } from '@/lib/personas/prompt-variables'
import { starterPrompts } from '@/lib/personas/starter-prompts'
import { useEditor } from './editor-context'
import styles from './sections.module.css'

/** What the persona is told: written, begun from a template, with variables. */
export function PromptField() {
  const { persona, change, field } = useEditor()
  const area = useRef<HTMLTextAreaElement>(null)
  /** What templates have replaced, to go back to. */
  const [aside, setAside] = useState<readonly string[]>([])
  const now = { text: persona.systemPrompt, aside }

  function set(next: typeof now) {
    change({ systemPrompt: next.text })
    setAside(next.aside)
  }

  function insert(name: string) {
    const { selectionStart: from = 0, selectionEnd: to = 0 } = area.current ?? {}
    const { text, caret } = withVariable(persona.systemPrompt, { from, to }, name)
    change({ systemPrompt: text })
    requestAnimationFrame(() => {
      area.current?.focus()
      area.current?.setSelectionRange(caret, caret)
    })
  }

  function begin(id: string) {
    const starter = starterPrompts.find((one) => one.id === id)
    if (starter) set(beginFrom(starter.prompt, now))
  }

  return (
    <>
      <SelectField
        label="Begin from a template"
        value=""
        onChange={({ target }) => begin(target.value)}
        hint={
          aside.length === 0 ? (
            'It takes the place of the prompt.'
          ) : (
            <>
              What you wrote is put aside.{' '}
              <Button variant="plain" onClick={() => set(bringBack(now))}>
                Bring mine back
              </Button>
              <Button variant="plain" onClick={() => setAside([])}>
                Forget it
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
