'use client'

import { useState } from 'react'
import { SelectField } from '@/components/ui/select-field'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { lastChoice } from '@/lib/account/last-choice'
import { failureWords } from '@/lib/http/call-api'
import { chooseDefault } from '@/lib/personas/gallery-client'
import styles from './account.module.css'

interface Choosable {
  id: string
  name: string
}

export interface DefaultPersonaProps {
  presets: Choosable[]
  own: Choosable[]
  /** The id of the one that is there now. */
  chosen: string
}

/** Who is in the room when it is opened. Kept as soon as it is chosen. */
export function DefaultPersona({ presets, own, chosen: initial }: DefaultPersonaProps) {
  const isHydrated = useIsHydrated()
  const [chosen, setChosen] = useState(initial)
  const [said, setSaid] = useState<{ kind: 'ok' | 'bad'; words: string }>()
  const [keep] = useState(() => lastChoice(initial, chooseDefault))

  async function choose(personaId: string) {
    setChosen(personaId)
    const { isLast, kept, failure } = await keep(personaId)
    if (!isLast) return
    if (failure) {
      setChosen(kept)
      setSaid({ kind: 'bad', words: `Not saved. ${failureWords(failure)}` })
      return
    }
    const name = [...own, ...presets].find(({ id }) => id === personaId)?.name
    setSaid({ kind: 'ok', words: `Saved. ${name} is there when you come to talk.` })
  }

  return (
    <div>
      <SelectField
        label="Persona"
        value={chosen}
        disabled={!isHydrated}
        onChange={({ target }) => void choose(target.value)}
      >
        {own.length > 0 ? <optgroup label="Yours">{own.map(option)}</optgroup> : null}
        <optgroup label="Ready to talk">{presets.map(option)}</optgroup>
      </SelectField>
      <p className={styles.under} role="status" data-kind={said?.kind}>
        {said?.words}
      </p>
    </div>
  )
}

const option = ({ id, name }: Choosable) => (
  <option key={id} value={id}>
    {name}
  </option>
)
