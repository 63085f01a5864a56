'use client'

import { Field } from '@/components/ui/field'
import type { AvatarItem, VoiceItem } from '@/lib/catalogue/items'
import { plainDuration } from '@/lib/plain-numbers'
import { DirectorNotes } from './director-notes'
import { useEditor } from './editor-context'
import { EditorSection } from './editor-section'
import { VoiceDetection } from './voice-detection'
import { VoiceGeneration } from './voice-generation'

export interface MannerSectionProps {
  avatar: AvatarItem | null
  voice: VoiceItem | null
  /** How long the server lets anybody talk, in seconds. */
  mostSeconds: number
}

/** How it listens, speaks and plays, and for how long. */
export function MannerSection({ avatar, voice, mostSeconds }: MannerSectionProps) {
  const { persona, change, field } = useEditor()
  return (
    <EditorSection title="How it listens and speaks" about="What you leave empty is as usual.">
      <Field
        label="Longest conversation, in seconds"
        type="number"
        inputMode="numeric"
        min={30}
        max={mostSeconds}
        step={1}
        placeholder={String(mostSeconds)}
        hint={`At least 30. This server ends every conversation after ${plainDuration(mostSeconds)}.`}
        value={persona.maxSessionSeconds ?? ''}
        {...field('maxSessionSeconds')}
        onChange={({ target }) =>
          change({ maxSessionSeconds: target.value === '' ? null : target.valueAsNumber })
        }
      />
      <VoiceDetection />
      <VoiceGeneration voice={voice} />
      <DirectorNotes avatar={avatar} />
    </EditorSection>
  )
}
