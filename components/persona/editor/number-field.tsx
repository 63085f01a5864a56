'use client'

import { type ReactNode, useState } from 'react'
import { Field } from '@/components/ui/field'

export interface NumberFieldProps {
  label: string
  hint?: ReactNode
  error?: ReactNode
  /** Undefined: the vendor's default. */
  value: number | undefined
  onChange: (value: number | undefined) => void
  min: number
  max: number
  step: number
}

/** A number that may be left empty for the default. */
export function NumberField({ value, onChange, min, max, step, hint, ...field }: NumberFieldProps) {
  // What is typed on the way to a number, such as `0.`, is no number yet.
  const [typed, setTyped] = useState<string>()
  return (
    <Field
      {...field}
      type="number"
      inputMode="decimal"
      min={min}
      max={max}
      step={step}
      placeholder="Default"
      hint={hint ? `${hint} ${min} to ${max}.` : `${min} to ${max}.`}
      value={typed ?? value ?? ''}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(target.value === '' ? undefined : target.valueAsNumber)
      }}
      onBlur={() => setTyped(undefined)}
    />
  )
}
