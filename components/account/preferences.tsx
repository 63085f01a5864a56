'use client'

import { ChevronDown } from 'lucide-react'
import { AvatarPicker } from '@/components/persona/pickers/avatar-picker'
import { LlmSelect } from '@/components/persona/pickers/llm-select'
import { VoicePicker } from '@/components/persona/pickers/voice-picker'
import type { FirstPages } from '@/lib/catalogue/first-pages'
import type { Profile } from '@/lib/personas/profile'
import styles from './profile-form.module.css'

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
    <details className={styles.details} open={isWrong || undefined}>
      <summary>
        <span>
          <span className={styles.title}>Preferred avatar, voice and language model</span>
          <span className={styles.what}>Used for every persona that chooses none of its own.</span>
        </span>
        <ChevronDown size={20} strokeWidth={1.75} aria-hidden />
      </summary>
      <div className={styles.choices}>
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
      </div>
    </details>
  )
}
