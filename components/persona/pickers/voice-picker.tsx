'use client'

import { type ReactNode, useId } from 'react'
import { voiceList } from '@/lib/catalogue/client'
import type { VoiceItem, VoicePage } from '@/lib/catalogue/items'
import { languageName } from '@/lib/personas/languages'
import { FilterSelect } from './filter-select'
import { Picker } from './picker'
import pickerStyles from './picker.module.css'
import { PickerFoot } from './picker-foot'
import { SearchBox } from './search-box'
import { useCatalogueList } from './use-catalogue-list'
import { type Known, useItems } from './use-items'
import { useSample } from './use-sample'
import styles from './voice-picker.module.css'
import { VoiceRow } from './voice-row'
import { describeVoice } from './voice-words'

export interface VoicePickerProps {
  /** The id of the voice; null leaves it to the server. */
  value: string | null
  /** `voice` is what the catalogue says of it (its controls, for one); null where nobody can tell. */
  onChange: (value: string | null, voice: VoiceItem | null) => void
  /** `firstPages()` of lib/catalogue/first-pages; null where the catalogue cannot be read. */
  initial: VoicePage | null
  /** Whose voice it would be while none is chosen. */
  automatic?: { name: string } | null
  /** What is wrong with the choice and how to put it right. */
  error?: ReactNode
  /** Of the group, so that a summary of errors can lead to it. */
  id?: string
}

/** The group `Voice`: voices to hear and to choose one of, by search, language and gender. */
export function VoicePicker(props: VoicePickerProps) {
  const { value, onChange, initial, automatic, error, id } = props
  const group = useId()
  const list = useCatalogueList({ list: voiceList, initial, value })
  const known = useItems(voiceList, list.items, list.ahead)
  const { sample, play, pause } = useSample()
  const isLost = value !== null && known(value) === 'gone'
  const languages = (list.last?.languages ?? [])
    .map((code) => ({ code, name: languageName(code) }))
    .toSorted((a, b) => a.name.localeCompare(b.name))
  const row = (one: string, voice: Known<VoiceItem>) => (
    <VoiceRow
      key={one}
      group={group}
      isChosen={one === value}
      onChoose={() => onChange(one, found(voice))}
      heard={sample?.id === one ? sample : null}
      onPlay={(url) => play(one, url)}
      onPause={pause}
      name={found(voice)?.name ?? 'Your choice'}
      detail={voice === 'gone' ? 'Not available any more' : describeVoice(found(voice))}
      sampleUrl={found(voice)?.sampleUrl ?? null}
    />
  )
  return (
    <Picker
      legend="Voice"
      id={id}
      error={
        error ??
        (isLost && 'The voice you chose is not in the catalogue any more. Choose another one.')
      }
    >
      <div className={pickerStyles.tools}>
        <SearchBox
          label="Search voices"
          value={list.filters.search ?? ''}
          onChange={(search) => list.search({ search })}
        />
        <FilterSelect
          label="Filter by language"
          value={list.filters.language ?? ''}
          onChange={(language) => list.search({ language })}
        >
          <option value="">Any language</option>
          {languages.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </FilterSelect>
        <FilterSelect
          label="Filter by gender"
          value={list.filters.gender ?? ''}
          onChange={(gender) => list.search({ gender })}
        >
          <option value="">Any gender</option>
          <option value="female">Female</option>
          <option value="male">Male</option>
          <option value="neutral">Neutral</option>
        </FilterSelect>
      </div>
      <div className={styles.rows}>
        <VoiceRow
          group={group}
          isChosen={value === null}
          onChoose={() => onChange(null, null)}
          name="Automatic"
          detail={automatic ? `${automatic.name} for now` : 'Chosen to go with the avatar'}
          sampleUrl={null}
          heard={null}
          onPlay={() => {}}
          onPause={() => {}}
        />
        {list.ahead.map((one) => row(one, known(one)))}
        {list.items.map((voice) => row(voice.id, voice))}
      </div>
      <PickerFoot
        noun="voices"
        state={list.state}
        shown={list.items.length}
        total={list.last?.total}
        onMore={list.readOn}
        onTryAgain={list.tryAgain}
      />
    </Picker>
  )
}

const found = (voice: Known<VoiceItem>) => (typeof voice === 'string' ? null : voice)
