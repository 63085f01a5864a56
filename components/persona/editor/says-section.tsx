'use client'

import { useState } from 'react'
import { LlmSelect } from '@/components/persona/pickers/llm-select'
import { SwitchField } from '@/components/ui/switch-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import type { FirstPages } from '@/lib/catalogue/first-pages'
import { longest } from '@/lib/personas/persona'
import { useEditor } from './editor-context'
import { EditorSection } from './editor-section'
import { PromptField } from './prompt-field'

/** What it says first, and what it is told. */
export function SaysSection({ llms, brains }: Pick<FirstPages, 'llms' | 'brains'>) {
  const { persona, change, field, errorOf } = useEditor()
  const { greeting } = persona
  /** Written before the switch was turned on, for when it is turned off again. */
  const [before, setBefore] = useState('')
  const text = greeting.kind === 'said' ? greeting.text : ''
  const waits = greeting.kind === 'none'
  const isUninterruptible = greeting.kind !== 'none' && greeting.uninterruptible

  const greet = (words: string, uninterruptible: boolean) =>
    change({
      greeting: words
        ? { kind: 'said', text: words, uninterruptible }
        : { kind: 'improvised', uninterruptible },
    })

  function wait(isOn: boolean) {
    if (!isOn) return greet(before, isUninterruptible)
    setBefore(text)
    change({ greeting: { kind: 'none' } })
  }

  return (
    <EditorSection
      title="What it says"
      about="The greeting is spoken word for word. The prompt is never spoken."
    >
      <TextAreaField
        label="Greeting"
        name="greeting"
        rows={2}
        longest={longest.greeting}
        disabled={waits}
        hint={waits ? 'It says nothing first.' : 'Left empty, it makes something up.'}
        value={text}
        {...field('greeting.text')}
        onChange={({ target }) => greet(target.value, isUninterruptible)}
      />
      <SwitchField label="Waits for the visitor to begin" isOn={waits} onChange={wait}>
        There is no greeting.
      </SwitchField>
      <SwitchField
        label="Cannot be interrupted"
        isOn={isUninterruptible}
        disabled={waits}
        onChange={(uninterruptible) => greet(text, uninterruptible)}
      >
        The first words are said to their end, whatever the visitor does.
      </SwitchField>
      <PromptField />
      <LlmSelect
        value={persona.llmId}
        onChange={(llmId) => change({ llmId, brain: null })}
        initial={llms}
        brains={{
          all: brains,
          value: persona.brain,
          onChange: (brain) => change({ brain, llmId: null }),
        }}
        {...field(errorOf('brain') ? 'brain' : 'llmId')}
      />
    </EditorSection>
  )
}
