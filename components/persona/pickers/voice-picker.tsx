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
  const soundOf = (voice: VoiceItem | null) => {
    const url = voice?.sampleUrl
    if (!voice || !url) return null
    const heard = sample?.id === voice.id ? sample : null
    return { heard, onPlay: () => play(voice.id, url), onPause: pause }
  }
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
      <div className={styles.rows} ref={showChosen}>
        <VoiceRow
          group={group}
          isChosen={value === null}
          onChoose={() => onChange(null, null)}
          name="Automatic"
          detail={automatic ? `${automatic.name} for now` : 'Chosen to go with the avatar'}
        />
        {list.ahead.map((one) => (
          <VoiceRow
            key={one}
            group={group}
            isChosen={one === value}
            onChoose={() => onChange(one, found(known(one)))}
            name={found(known(one))?.name ?? 'Your choice'}
            detail={aheadWords(known(one), one === value)}
            sound={soundOf(found(known(one)))}
          />
        ))}
        {list.items.map((voice) => (
          <VoiceRow
            key={voice.id}
            group={group}
            isChosen={voice.id === value}
            onChoose={() => onChange(voice.id, voice)}
            name={voice.name}
            detail={describeVoice(voice)}
            sound={soundOf(voice)}
          />
        ))}
      </div>
      <PickerFoot
        noun="voice"
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

/** Says of a voice that the list leaves out why it is there. */
function aheadWords(voice: Known<VoiceItem>, isChosen: boolean): string | undefined {
  if (voice === 'gone') return 'Not available any more'
  if (voice === 'unread') return undefined
  return [describeVoice(voice), isChosen && 'Your choice'].filter(Boolean).join(' · ')
}

/** The list scrolls: what is chosen is to be seen from the beginning. */
function showChosen(rows: HTMLElement | null) {
  const chosen = rows?.querySelector(':checked')?.closest('div')
  if (!rows || !chosen) return
  const below = chosen.offsetTop + chosen.offsetHeight - rows.clientHeight
  if (below > 0) rows.scrollTop = below + chosen.offsetHeight / 2
}
