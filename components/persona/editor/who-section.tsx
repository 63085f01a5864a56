'use client'

import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { languages } from '@/lib/personas/languages'
import { useEditor } from './editor-context'
import { EditorSection } from './editor-section'
import { OpeningLines } from './opening-lines'
import { RoomChoice } from './room-choice'
import styles from './sections.module.css'

/** Its name, what it is for, and the language it listens for. */
export function WhoSection() {
  const { persona, change, field } = useEditor()
  return (
    <EditorSection title="Who" about="The name and language people meet first.">
      <div className={styles.two}>
        <Field
          label="Name"
          name="name"
          autoComplete="off"
          required
          value={persona.name}
          {...field('name')}
          onChange={({ target }) => change({ name: target.value })}
        />
        <SelectField
          label="Language"
          value={persona.language ?? ''}
          {...field('language')}
          hint="What it listens for."
          onChange={({ target }) => change({ language: target.value || null })}
        >
          <option value="">Any language</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <Field
        label="Tagline"
        name="tagline"
        autoComplete="off"
        value={persona.tagline}
        hint="What it is for, in a few words."
        {...field('tagline')}
        onChange={({ target }) => change({ tagline: target.value })}
      />
      <OpeningLines />
      <RoomChoice />
    </EditorSection>
  )
}
