'use client'

import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import type { Context } from '@/lib/contexts/context'
import styles from './scene-list.module.css'

type Answers = Readonly<Record<string, string>>

export interface SceneFieldsProps {
  context: Context
  answers: Answers
  errors: Answers
  onAnswer: (name: string, value: string) => void
}

/** What a context asks for. Nothing of it has to be answered. */
export function SceneFields({ context, answers, errors, onAnswer }: SceneFieldsProps) {
  if (context.fields.length === 0) return null
  return (
    <div className={styles.fields}>
      {context.fields.map(({ name, label, hint, placeholder, choices }) => {
        const shared = { name, label, hint, error: errors[name] }
        return choices ? (
          <SelectField
            {...shared}
            key={name}
            value={answers[name] ?? choices[0]?.value}
            onChange={({ target }) => onAnswer(name, target.value)}
          >
            {choices.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </SelectField>
        ) : (
          <Field
            {...shared}
            key={name}
            placeholder={placeholder && `For example: ${placeholder}`}
            autoComplete="off"
            value={answers[name] ?? ''}
            onChange={({ target }) => onAnswer(name, target.value)}
          />
        )
      })}
    </div>
  )
}
