'use client'

import { Details } from '@/components/ui/details'
import { SelectField } from '@/components/ui/select-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import type { AvatarItem } from '@/lib/catalogue/items'
import { longest, type PersonaContent, presetStyles } from '@/lib/personas/persona'
import { useEditor } from './editor-context'
import { NumberField } from './number-field'

type Notes = PersonaContent['directorNotes']

/** How the face plays its part, where its model follows notes. */
export function DirectorNotes({ avatar }: { avatar: AvatarItem | null }) {
  const { persona, change, errorOf, field } = useEditor()
  const { avatarModel, directorNotes } = persona
  const { style } = directorNotes
  const model = avatar?.models.find(({ id }) => id === avatarModel) ?? avatar?.models[0]
  const able = avatar?.models.find(({ takesDirectorNotes }) => takesDirectorNotes)
  const set = (part: Partial<Notes>) => change({ directorNotes: { ...directorNotes, ...part } })

  function chooseStyle(name: string) {
    if (name === 'written') return set({ style: { kind: 'written', text: '' } })
    const preset = presetStyles.find((known) => known === name)
    set({ style: preset && { kind: 'preset', name: preset } })
  }

  return (
    <Details
      title="Director notes"
      about="How the face plays its part."
      isOpen={Boolean(errorOf('directorNotes.style.text') ?? errorOf('directorNotes.expressivity'))}
    >
      {model?.takesDirectorNotes ? null : (
        <p>
          {able
            ? `These take effect with the avatar model ${able.name}. Choose it under “Looks and sounds”.`
            : 'The avatar model does not follow notes. What you choose here is kept for one that does.'}
        </p>
      )}
      <SelectField
        label="Style"
        value={style?.kind === 'preset' ? style.name : (style?.kind ?? '')}
        onChange={({ target }) => chooseStyle(target.value)}
      >
        <option value="">Default</option>
        {presetStyles.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
        <option value="written">In my own words</option>
      </SelectField>
      {style?.kind === 'written' ? (
        <TextAreaField
          label="In your own words"
          rows={3}
          longest={longest.style}
          value={style.text}
          {...field('directorNotes.style.text')}
          onChange={({ target }) => set({ style: { kind: 'written', text: target.value } })}
        />
      ) : null}
      <NumberField
        label="Expressivity"
        hint="0 is subtle."
        min={0}
        max={1}
        step={0.05}
        value={directorNotes.expressivity}
        {...field('directorNotes.expressivity')}
        onChange={(expressivity) => set({ expressivity })}
      />
    </Details>
  )
}
