'use client'

import { Copy, Download, Home, Pencil, Trash2 } from 'lucide-react'
import Link from 'next/link'
import { editorAddress } from '@/lib/personas/editor-address'
import type { PersonaSummary } from '@/lib/personas/list'
import { CardMenu } from './card-menu'
import { PersonaTile } from './persona-tile'
import type { GalleryActions } from './use-gallery'

export interface OwnCardProps {
  persona: PersonaSummary
  isDefault: boolean
  actions: GalleryActions
}

/** A persona of one's own: to talk with, or, as long as it is unfinished, to write on. What cannot be read leads to what can be done with it. */
export function OwnCard({ persona, isDefault, actions }: OwnCardProps) {
  const { id, isUnfinished, isUnreadable, hasDraft } = persona
  const cannotTalk = isUnfinished || isUnreadable
  const name = persona.name || 'No name yet'
  const named = { id, name }
  return (
    <PersonaTile
      persona={{ ...persona, name }}
      href={cannotTalk ? editorAddress(id) : `/talk?persona=${id}`}
      action={isUnreadable ? 'Look at' : isUnfinished ? 'Edit' : 'Talk with'}
      badge={isUnreadable ? 'Unreadable' : isUnfinished || hasDraft ? 'Draft' : undefined}
      isDefault={isDefault}
    >
      <CardMenu name={name}>
        {isUnreadable ? null : (
          <CardMenu.Item icon={Pencil} render={<Link href={editorAddress(id)} />}>
            Edit
          </CardMenu.Item>
        )}
        {cannotTalk ? null : (
          <>
            <CardMenu.Item icon={Copy} onClick={() => actions.duplicate(named)}>
              Duplicate
            </CardMenu.Item>
            {isDefault ? null : (
              <CardMenu.Item icon={Home} onClick={() => actions.makeDefault(named)}>
                Make default
              </CardMenu.Item>
            )}
          </>
        )}
        {isUnfinished ? null : (
          <CardMenu.Item icon={Download} onClick={() => actions.download(named)}>
            Export
          </CardMenu.Item>
        )}
        <CardMenu.Item icon={Trash2} isDanger onClick={() => actions.remove(named)}>
          Delete
        </CardMenu.Item>
      </CardMenu>
    </PersonaTile>
  )
}
