'use client'

import { Copy, Download, Home } from 'lucide-react'
import type { PresetCard as Preset } from '@/lib/personas/gallery'
import { CardMenu } from './card-menu'
import { PersonaTile } from './persona-tile'
import type { GalleryActions } from './use-gallery'

export interface PresetCardProps {
  persona: Preset
  isDefault: boolean
  actions: GalleryActions
}

/** A persona that everybody finds here. Nobody can change it; a duplicate is one's own. */
export function PresetCard({ persona, isDefault, actions }: PresetCardProps) {
  const { name } = persona
  return (
    <PersonaTile
      persona={persona}
      href={`/talk?persona=${persona.id}`}
      action="Talk with"
      isDefault={isDefault}
    >
      <CardMenu name={name}>
        <CardMenu.Item icon={Copy} onClick={() => actions.duplicate(persona)}>
          Duplicate
        </CardMenu.Item>
        {isDefault ? null : (
          <CardMenu.Item icon={Home} onClick={() => actions.makeDefault(persona)}>
            Make default
          </CardMenu.Item>
        )}
        <CardMenu.Item icon={Download} onClick={() => actions.download(persona)}>
          Export
        </CardMenu.Item>
      </CardMenu>
    </PersonaTile>
  )
}
