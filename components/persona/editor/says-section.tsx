'use client'

import { LlmSelect } from '@/components/persona/pickers/llm-select'
import { SelectField } from '@/components/ui/select-field'
import { SwitchField } from '@/components/ui/switch-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import type { LlmPage } from '@/lib/catalogue/items'
import { longest, type PersonaContent } from '@/lib/personas/persona'
import { useEditor } from './editor-context'
import { EditorSection } from './editor-section'
import { PromptField } from './prompt-field'

type Greeting = PersonaContent['greeting']

const ways = [
  { kind: 'said', name: 'Says these words' },
  { kind: 'improvised', name: 'Makes something up' },
  { kind: 'none', name: 'Waits for the visitor' },
] as const

/** What it says first, and what it is told. */
export function SaysSection({ llms }: { llms: LlmPage | null }) {
  const { persona, change, errorOf } = useEditor()
  const { greeting } = persona
  const isUninterruptible = greeting.kind !== 'none' && greeting.uninterruptible
  const greet = (next: Greeting) => change({ greeting: next })

  function chooseWay(kind: string) {
    if (kind === 'none') return greet({ kind: 'none' })
    const uninterruptible = isUninterruptible
    greet(
      kind === 'said'
        ? { kind: 'said', text: '', uninterruptible }
        : { kind: 'improvised', uninterruptible },
    )
  }

  return (
    <EditorSection
      title="What it says"
      about="The greeting is spoken word for word. The prompt is never spoken."
    >
      <SelectField
        label="How it begins"
        value={greeting.kind}
        onChange={({ target }) => chooseWay(target.value)}
      >
        {ways.map(({ kind, name }) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </SelectField>
      {greeting.kind === 'said' ? (
        <TextAreaField
          label="Greeting"
          name="greeting"
          rows={2}
          longest={longest.greeting}
          value={greeting.text}
          error={errorOf('greeting.text')}
          onChange={({ target }) => greet({ ...greeting, text: target.value })}
        />
      ) : null}
      {greeting.kind === 'none' ? null : (
        <SwitchField
          label="Cannot be interrupted"
          isOn={greeting.uninterruptible}
          onChange={(uninterruptible) => greet({ ...greeting, uninterruptible })}
        >
          The first words are said to their end, whatever the visitor does.
        </SwitchField>
      )}
      <PromptField />
      <LlmSelect
        value={persona.llmId}
        onChange={(llmId) => change({ llmId })}
        initial={llms}
        error={errorOf('llmId')}
      />
    </EditorSection>
  )
}
