'use client'

import { Details } from '@/components/ui/details'
import { SelectField } from '@/components/ui/select-field'
import { SwitchField } from '@/components/ui/switch-field'
import type { VoiceItem } from '@/lib/catalogue/items'
import { emotions, type PersonaContent } from '@/lib/personas/persona'
import { useEditor } from './editor-context'
import { NumberField } from './number-field'

type Options = PersonaContent['voiceGeneration']

const numbers = [
  { name: 'speed', label: 'Speed', hint: '1 is as it is.' },
  { name: 'volume', label: 'Volume', hint: '1 is as it is.' },
  { name: 'stability', label: 'Stability', hint: 'Low is livelier.' },
  { name: 'similarityBoost', label: 'Likeness', hint: 'To the original speaker.' },
  { name: 'style', label: 'Style', hint: 'More costs time.' },
] as const

/** How the voice speaks: only what the chosen voice knows. */
export function VoiceGeneration({ voice }: { voice: VoiceItem | null }) {
  const { persona, change, errorOf, field } = useEditor()
  const { voiceGeneration } = persona
  const controls = voice?.controls ?? {}
  const set = (part: Partial<Options>) =>
    change({ voiceGeneration: { ...voiceGeneration, ...part } })
  const isEmpty = Object.keys(controls).length === 0
  return (
    <Details
      title="Speaking"
      about={voice ? `What ${voice.name} can do.` : 'What the voice can do.'}
      isOpen={numbers.some(({ name }) => errorOf(`voiceGeneration.${name}`))}
    >
      {isEmpty ? (
        <p>Nothing of this voice can be set, or the catalogue cannot be read now.</p>
      ) : null}
      {numbers.map(({ name, ...words }) => {
        const control = controls[name]
        if (!control) return null
        const range = control === true ? { min: 0, max: 1 } : control
        return (
          <NumberField
            key={name}
            {...words}
            {...range}
            step={0.05}
            value={voiceGeneration[name]}
            {...field(`voiceGeneration.${name}`)}
            onChange={(value) => set({ [name]: value })}
          />
        )
      })}
      {controls.emotion ? (
        <SelectField
          label="Emotion"
          value={voiceGeneration.emotion ?? ''}
          onChange={({ target }) =>
            set({ emotion: emotions.find((emotion) => emotion === target.value) })
          }
        >
          <option value="">Default</option>
          {emotions.map((emotion) => (
            <option key={emotion}>{emotion}</option>
          ))}
        </SelectField>
      ) : null}
      {controls.useSpeakerBoost ? (
        <SwitchField
          label="Closer to the speaker"
          isOn={voiceGeneration.useSpeakerBoost ?? false}
          onChange={(isOn) => set({ useSpeakerBoost: isOn || undefined })}
        >
          Makes the voice more like the person it was made from.
        </SwitchField>
      ) : null}
    </Details>
  )
}
