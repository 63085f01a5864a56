'use client'

import { AvatarPicker } from '@/components/persona/pickers/avatar-picker'
import { LlmSelect } from '@/components/persona/pickers/llm-select'
import { VoicePicker } from '@/components/persona/pickers/voice-picker'
import { Details } from '@/components/ui/details'
import type { FirstPages } from '@/lib/catalogue/first-pages'
import type { Profile } from '@/lib/personas/profile'

export interface PreferencesProps {
  profile: Profile
  firstPages: FirstPages
  errors: Readonly<Record<string, string>>
  onChange: (change: Partial<Profile>) => void
}

/** Face, voice and mind of the personas that have none of their own. */
export function Preferences({ profile, firstPages, errors, onChange }: PreferencesProps) {
  const isWrong = Boolean(errors.avatarId || errors.voiceId || errors.llmId)
  return (
    <Details
      title="Preferred avatar, voice and language model"
      about="Used for every persona that chooses none of its own."
      isOpen={isWrong}
    >
      <AvatarPicker
        value={profile.avatarId}
        onChange={(avatarId) => onChange({ avatarId })}
        initial={firstPages.avatars}
        automatic={null}
        room="ink"
        error={errors.avatarId}
      />
      <VoicePicker
        value={profile.voiceId}
        onChange={(voiceId) => onChange({ voiceId })}
        initial={firstPages.voices}
        error={errors.voiceId}
      />
      <LlmSelect
        value={profile.llmId}
        onChange={(llmId) => onChange({ llmId })}
        initial={firstPages.llms}
        error={errors.llmId}
      />
    </Details>
  )
}
