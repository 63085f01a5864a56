'use client'

import { Fragment } from 'react'
import { Alert } from '@/components/ui/alert'
import type { FieldError } from '@/lib/http/problem'
import { fieldId, fieldName } from './field-names'
import { focusField } from './focus-field'

/** Which fields are wrong, with ways to them. What is wrong stands at each. */
export function ErrorSummary({ errors: all }: { errors: readonly FieldError[] }) {
  // A field that is wrong in two ways is one field; the first is told at it, too.
  const errors = all.filter(({ path }, at) => all.findIndex((one) => one.path === path) === at)
  if (errors.length === 0) return null
  return (
    <div data-summary tabIndex={-1}>
      <Alert>
        {errors.length === 1
          ? 'One field is not right yet: '
          : `${errors.length} fields are not right yet: `}
        {errors.map(({ path, message }, index) => (
          <Fragment key={path}>
            {index > 0 ? ', ' : null}
            <Way path={path} message={message} />
          </Fragment>
        ))}
        . Nothing of what you wrote is lost.
      </Alert>
    </div>
  )
}

function Way({ path, message }: FieldError) {
  const id = fieldId(path)
  const name = fieldName(path)
  // What the form shows no field for is said in full: nobody could look for it.
  if (!name) return `${path}: ${message.replace(/\.$/, '')}`
  return (
    <a
      href={`#${id}`}
      onClick={(event) => {
        event.preventDefault()
        focusField(document.getElementById(id))
      }}
    >
      {name}
    </a>
  )
}
