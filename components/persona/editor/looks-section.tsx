'use client'

import { AvatarPicker } from '@/components/persona/pickers/avatar-picker'
import { VoicePicker } from '@/components/persona/pickers/voice-picker'
import { SelectField } from '@/components/ui/select-field'
import type { FirstPages } from '@/lib/catalogue/first-pages'
import type { AvatarItem, VoiceItem } from '@/lib/catalogue/items'
import { useEditor } from './editor-context'
import { EditorSection } from './editor-section'

export interface LooksSectionProps {
  pages: FirstPages
  /** Who would play it while nobody is chosen. */
  automatic: Automatic
  avatar: AvatarItem | null
  onAvatar: (avatar: AvatarItem | null) => void
  onVoice: (voice: VoiceItem | null) => void
}

/** What of the cast is left to the server, as the catalogue describes it; null: it cannot be read. */
export interface Automatic {
  avatar: AvatarItem | null
  voice: VoiceItem | null
}

/** Face and voice. */
export function LooksSection({ pages, automatic, avatar, onAvatar, onVoice }: LooksSectionProps) {
  const { persona, change, field } = useEditor()
  return (
    <EditorSection title="Looks and sounds" about="Play a voice before you choose it.">
      <AvatarPicker
        value={persona.avatarId}
        // Another face may not have the model that was chosen for this one.
        onChange={(avatarId, chosen) => {
          change({ avatarId, avatarModel: null })
          onAvatar(chosen)
        }}
        initial={pages.avatars}
        automatic={automatic.avatar}
        room={persona.room}
        {...field('avatarId')}
      />
      <SelectField
        label="Avatar model"
        value={persona.avatarModel ?? ''}
        hint="How the face is rendered. Director notes below need one that follows them."
        {...field('avatarModel')}
        onChange={({ target }) => change({ avatarModel: target.value || null })}
      >
        <option value="">
          {avatar?.models[0] ? `Automatic (${avatar.models[0].name})` : 'Automatic'}
        </option>
        {persona.avatarModel && !avatar?.models.some(({ id }) => id === persona.avatarModel) ? (
          <option value={persona.avatarModel}>{persona.avatarModel}</option>
        ) : null}
        {avatar?.models.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </SelectField>
      <VoicePicker
        value={persona.voiceId}
        onChange={(voiceId, chosen) => {
          change({ voiceId })
          onVoice(chosen)
        }}
        initial={pages.voices}
        automatic={automatic.voice}
        {...field('voiceId')}
      />
    </EditorSection>
  )
}
