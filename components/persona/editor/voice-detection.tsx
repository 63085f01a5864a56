'use client'

import { Details } from '@/components/ui/details'
import type { PersonaContent } from '@/lib/personas/persona'
import { useEditor } from './editor-context'
import { NumberField } from './number-field'

type Options = PersonaContent['voiceDetection']

const fields = [
  {
    name: 'endOfSpeechSensitivity',
    label: 'How soon a pause ends a turn',
    hint: 'At 1 the shortest pause does.',
    min: 0,
    max: 1,
    step: 0.05,
  },
  {
    name: 'silenceBeforeAutoEndTurnSeconds',
    label: 'Silence that ends a turn, in seconds',
    min: 0.5,
    max: 10,
    step: 0.5,
  },
  {
    name: 'silenceBeforeSkipTurnSeconds',
    label: 'Silence after which it speaks again, in seconds',
    hint: '0 is never.',
    min: 0,
    max: 900,
    step: 1,
  },
  {
    name: 'silenceBeforeSessionEndSeconds',
    label: 'Silence that ends the conversation, in seconds',
    hint: '0 is never.',
    min: 0,
    max: 7_200,
    step: 1,
  },
  {
    name: 'speechEnhancementLevel',
    label: 'How much noise is taken away',
    min: 0,
    max: 1,
    step: 0.05,
  },
] as const satisfies readonly { name: keyof Options; [rest: string]: unknown }[]

/** When the visitor's turn is over. */
export function VoiceDetection() {
  const { persona, change, errorOf, field } = useEditor()
  const { voiceDetection } = persona
  return (
    <Details
      title="Listening"
      about="When the visitor’s turn is over."
      isOpen={fields.some(({ name }) => errorOf(`voiceDetection.${name}`))}
    >
      {fields.map(({ name, ...bounds }) => (
        <NumberField
          key={name}
          {...bounds}
          value={voiceDetection[name]}
          {...field(`voiceDetection.${name}`)}
          onChange={(value) => change({ voiceDetection: { ...voiceDetection, [name]: value } })}
        />
      ))}
    </Details>
  )
}
