'use client'

import type { ReactNode } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { SelectField } from '@/components/ui/select-field'
import { llmList } from '@/lib/catalogue/client'
import type { LlmPage } from '@/lib/catalogue/items'
import type { Brain } from '@/lib/personas/brains'
import styles from './picker.module.css'
import { useCatalogueList } from './use-catalogue-list'
import { useItems } from './use-items'

export interface LlmSelectProps {
  /** The id of the language model; null leaves it to the server. */
  value: string | null
  onChange: (value: string | null) => void
  /** `firstPages()` of lib/catalogue/first-pages; null where the catalogue cannot be read. */
  initial: LlmPage | null
  /** Services that can think instead; left out where only models are asked about. */
  brains?: BrainChoice
  /** What is wrong with the choice and how to put it right. */
  error?: ReactNode
  /** Of the whole field, so that a summary of errors can lead to it. */
  id?: string
}

interface BrainChoice {
  /** All that are set up here. */
  all: readonly Brain[]
  /** The id of the one that is chosen; then no model is. */
  value: string | null
  onChange: (value: string) => void
}

/** No id of the catalogue has a space in it. */
const brainMark = 'brain '

/** The field `Language model`, as a native select. */
export function LlmSelect({ value, onChange, initial, brains, error, id }: LlmSelectProps) {
  const list = useCatalogueList({ list: llmList, initial, value })
  const known = useItems(llmList, list.items, list.ahead)
  const [usual] = list.items
  const chosen = list.items.find((llm) => llm.id === value)
  const brainId = brains?.value ?? null
  const brain = brains?.all.find(({ id }) => id === brainId)
  const isBrainLost = brainId !== null && !brain
  const isModelLost = value !== null && known(value) === 'gone'
  const lost = isBrainLost ? brainGone : isModelLost ? modelGone : undefined
  const hasMore = list.last !== null && list.items.length < list.last.total
  return (
    <div className={styles.picker} id={id} tabIndex={id ? -1 : undefined}>
      <SelectField
        label="Language model"
        value={brainId === null ? (value ?? '') : `${brainMark}${brainId}`}
        onChange={({ target }) => {
          if (!target.value.startsWith(brainMark)) onChange(target.value || null)
          else brains?.onChange(target.value.slice(brainMark.length))
        }}
        hint={brain ? brainWords(brain) : value === null ? usual?.about : chosen?.about}
        error={error ?? lost}
      >
        <option value="">{usual ? `Automatic (${usual.name})` : 'Automatic'}</option>
        {list.ahead.map((one) => {
          const llm = known(one)
          return (
            <option key={one} value={one}>
              {typeof llm === 'string' ? 'Your choice' : llm.name}
            </option>
          )
        })}
        {list.items.map(({ id: one, name }) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
        {brains && (brains.all.length > 0 || isBrainLost) ? (
          <optgroup label="Another service thinks">
            {brains.all.map(({ id: one, name }) => (
              <option key={one} value={`${brainMark}${one}`}>
                {name}
              </option>
            ))}
            {isBrainLost ? <option value={`${brainMark}${brainId}`}>{brainId}</option> : null}
          </optgroup>
        ) : null}
      </SelectField>
      {list.state.kind === 'failed' ? (
        <Alert kind="warn">
          <div className={styles.failed}>
            <span>The catalogue cannot be read now. What you chose stays chosen.</span>
            <Button onClick={list.tryAgain}>Try again</Button>
          </div>
        </Alert>
      ) : null}
      {hasMore ? <Button onClick={list.readOn}>Show more</Button> : null}
    </div>
  )
}

const modelGone = 'The language model you chose is not in the catalogue any more.'
const brainGone = 'The service that thinks for it is not set up here. Choose another.'

/** What it means, and what it costs. */
const brainWords = ({ name }: Brain) =>
  `${name} thinks of every answer, which goes through this site’s server and is then spoken. Tools, director notes and a greeting that cannot be interrupted do not apply.`
