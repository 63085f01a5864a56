'use client'

import { ChevronDown } from 'lucide-react'
import { Alert } from '@/components/ui/alert'
import type { Profile } from '@/lib/personas/profile'
import type { PreferenceChoices } from './preference-choices'
import { PreferenceField } from './preference-field'
import styles from './profile-form.module.css'

export interface PreferencesProps {
  profile: Profile
  choices: PreferenceChoices | null
  errors: Readonly<Record<string, string>>
  onChange: (change: Partial<Profile>) => void
}

/** Face, voice and mind of the personas that have none of their own. */
export function Preferences({ profile, choices, errors, onChange }: PreferencesProps) {
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
        {choices ? (
          <>
            <PreferenceField
              label="Preferred avatar"
              choices={choices.avatars}
              value={profile.avatarId}
              error={errors.avatarId}
              onChange={(avatarId) => onChange({ avatarId })}
            />
            <PreferenceField
              label="Preferred voice"
              choices={choices.voices}
              value={profile.voiceId}
              error={errors.voiceId}
              onChange={(voiceId) => onChange({ voiceId })}
            />
            <PreferenceField
              label="Preferred language model"
              choices={choices.llms}
              value={profile.llmId}
              error={errors.llmId}
              onChange={(llmId) => onChange({ llmId })}
            />
          </>
        ) : (
          <Alert kind="warn">
            The list of avatars, voices and language models cannot be read now. What you chose
            stays; load this page again later to change it.
          </Alert>
        )}
      </div>
    </details>
  )
}
