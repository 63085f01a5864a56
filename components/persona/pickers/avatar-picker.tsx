'use client'

import { type ReactNode, useId } from 'react'
import { avatarList } from '@/lib/catalogue/client'
import type { AvatarItem, AvatarPage } from '@/lib/catalogue/items'
import type { PersonaContent } from '@/lib/personas/persona'
import styles from './avatar-picker.module.css'
import { AvatarTile } from './avatar-tile'
import { Picker } from './picker'
import pickerStyles from './picker.module.css'
import { PickerFoot } from './picker-foot'
import { SearchBox } from './search-box'
import { SourceFilter, sourcesHint } from './source-filter'
import { useCatalogueList } from './use-catalogue-list'
import { type Known, useItems } from './use-items'

export interface AvatarPickerProps {
  /** The id of the avatar; null leaves it to the server. */
  value: string | null
  /** `avatar` is what the catalogue says of it (its models, for one); null where nobody can tell. */
  onChange: (value: string | null, avatar: AvatarItem | null) => void
  /** `firstPages()` of lib/catalogue/first-pages; null where the catalogue cannot be read. */
  initial: AvatarPage | null
  /** Who would be cast while nobody is chosen. */
  automatic: { name: string; pictureUrl: string | null } | null
  /** The colour of the wall, for as long as there is no picture. */
  room: PersonaContent['room']
  /** What is wrong with the choice and how to put it right. */
  error?: ReactNode
  /** Of the group, so that a summary of errors can lead to it. */
  id?: string
}

/** The group `Avatar`: pictures to choose one of, by search and by where they come from. */
export function AvatarPicker(props: AvatarPickerProps) {
  const { value, onChange, initial, automatic, room, error, id } = props
  const group = useId()
  const list = useCatalogueList({ list: avatarList, initial, value })
  const known = useItems(avatarList, list.items, list.ahead)
  const isLost = value !== null && known(value) === 'gone'
  return (
    <Picker
      legend="Avatar"
      id={id}
      error={
        error ??
        (isLost && 'The avatar you chose is not in the catalogue any more. Choose another one.')
      }
    >
      <div className={pickerStyles.tools}>
        <SearchBox
          label="Search avatars"
          value={list.filters.search ?? ''}
          onChange={(search) => list.search({ search })}
        />
        <SourceFilter
          value={list.filters.source ?? ''}
          onChange={(source) => list.search({ source })}
        />
      </div>
      <p className={pickerStyles.count}>{sourcesHint}</p>
      <div className={styles.tiles}>
        <AvatarTile
          group={group}
          room={room}
          isChosen={value === null}
          onChoose={() => onChange(null, null)}
          name="Automatic"
          detail={automatic?.name}
          pictureUrl={automatic?.pictureUrl ?? null}
        />
        {list.ahead.map((one) => (
          <AvatarTile
            key={one}
            group={group}
            room={room}
            isChosen={one === value}
            onChoose={() => onChange(one, found(known(one)))}
            {...aheadOf(one, known(one))}
          />
        ))}
        {list.items.map((item) => (
          <AvatarTile
            key={item.id}
            group={group}
            room={room}
            isChosen={item.id === value}
            onChoose={() => onChange(item.id, item)}
            name={item.name}
            detail={item.variant}
            pictureUrl={item.pictureUrl}
          />
        ))}
      </div>
      <PickerFoot
        noun="avatar"
        state={list.state}
        shown={list.items.length}
        total={list.last?.total}
        onMore={list.readOn}
        onTryAgain={list.tryAgain}
      />
    </Picker>
  )
}

const found = (avatar: Known<AvatarItem>) => (typeof avatar === 'string' ? null : avatar)

/** A tile of what is not in the list as it stands. */
function aheadOf(id: string, avatar: Known<AvatarItem>) {
  if (avatar === 'gone') {
    return { name: 'Your choice', detail: 'Not available any more', pictureUrl: null }
  }
  if (avatar === 'unread') {
    return { name: 'Your choice', pictureUrl: `/avatars/${encodeURIComponent(id)}/picture` }
  }
  return { name: avatar.name, detail: 'Your choice', pictureUrl: avatar.pictureUrl }
}
