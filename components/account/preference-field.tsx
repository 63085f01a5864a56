'use client'

import { SelectField } from '@/components/ui/select-field'
import type { Choice } from './preference-choices'

export interface PreferenceFieldProps {
  label: string
  choices: Choice[]
  value: string | null
  error: string | undefined
  onChange: (id: string | null) => void
}

/** One thing of the catalogue, or nothing: then every persona keeps its own. */
export function PreferenceField({ label, choices, value, error, onChange }: PreferenceFieldProps) {
  const isLost = value !== null && !choices.some(({ id }) => id === value)
  return (
    <SelectField
      label={label}
      error={error}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value || null)}
    >
      <option value="">No preference</option>
      {isLost ? <option value={value}>Your choice, which is not offered now</option> : null}
      {choices.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </SelectField>
  )
}
