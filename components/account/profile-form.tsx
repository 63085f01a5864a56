'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { SelectField } from '@/components/ui/select-field'
import { SwitchField } from '@/components/ui/switch-field'
import { TextAreaField } from '@/components/ui/text-area-field'
import { useIsHydrated } from '@/components/ui/use-is-hydrated'
import { useUnsavedGuard } from '@/components/ui/use-unsaved-guard'
import type { FirstPages } from '@/lib/catalogue/first-pages'
import { languages } from '@/lib/personas/languages'
import { longest, type Profile } from '@/lib/personas/profile'
import styles from './account.module.css'
import { Preferences } from './preferences'
import own from './profile-form.module.css'
import { useProfile } from './use-profile'

export interface ProfileFormProps {
  profile: Profile
  /** Undefined for a guest. */
  email: string | undefined
  firstPages: FirstPages
}

/** What somebody tells about themselves. Kept when it is saved; nothing typed is lost by a failure. */
export function ProfileForm({ profile: initial, email, firstPages }: ProfileFormProps) {
  const form = useRef<HTMLFormElement>(null)
  const isHydrated = useIsHydrated()
  const { profile, errors, said, isUnsaved, isSaving, change, save } = useProfile(initial)
  useUnsavedGuard(isUnsaved)

  async function submit() {
    const wrong = await save()
    // Once React has marked the fields.
    if (wrong.length > 0) requestAnimationFrame(() => focusFirstWrong(form.current))
  }

  return (
    <form
      ref={form}
      className={own.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Field
        label="Display name"
        name="displayName"
        autoComplete="nickname"
        hint="What personas call you."
        error={errors.displayName}
        value={profile.displayName}
        onChange={({ target }) => change({ displayName: target.value })}
      />
      <TextAreaField
        label="About you"
        name="about"
        rows={4}
        longest={longest.about}
        hint="For example what you do, and what you like to talk about."
        error={errors.about}
        value={profile.about}
        onChange={({ target }) => change({ about: target.value })}
      />
      <SelectField
        label="Preferred language"
        name="language"
        hint="Personas are told. A persona that listens for one language only keeps to that one."
        error={errors.language}
        value={profile.language ?? ''}
        onChange={({ target }) => change({ language: target.value || null })}
      >
        <option value="">No preference</option>
        {languages.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </SelectField>
      <Preferences profile={profile} firstPages={firstPages} errors={errors} onChange={change} />
      <SwitchField
        label="Personas may know my email address"
        isOn={email !== undefined && profile.sharesEmail}
        disabled={email === undefined}
        onChange={(sharesEmail) => change({ sharesEmail })}
      >
        {email
          ? `They are told ${email} only while this is on.`
          : 'As a guest you gave no email address.'}
      </SwitchField>
      <div className={styles.actions}>
        <Button
          type="submit"
          variant="primary"
          disabled={!isHydrated}
          data-waiting={!isHydrated}
          aria-disabled={isSaving}
        >
          {isSaving ? 'Saving' : 'Save'}
        </Button>
        <p className={styles.said} role="status" data-kind={said.kind}>
          {said.words}
        </p>
      </div>
    </form>
  )
}

function focusFirstWrong(form: HTMLFormElement | null) {
  const wrong = form?.querySelector('[aria-invalid="true"]')
  if (wrong instanceof HTMLElement) wrong.focus()
}
