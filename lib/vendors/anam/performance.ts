import type { Persona } from '@/lib/personas/persona'
import type { CatalogueAvatar, CatalogueVoice, VoiceControls } from '../vendor'

type Generation = Persona['voiceGeneration']

/**
 * What of a persona's way of speaking its voice knows: Anam has one closed set of options for each
 * provider of voices, and refuses a session with an option of another (`voiceGenerationOptions`).
 */
export function voiceGeneration(
  wanted: Generation,
  voice: CatalogueVoice | undefined,
): Record<string, number | string | boolean> {
  if (!voice) return {}
  const { controls } = voice
  return Object.fromEntries(
    Object.entries(wanted).flatMap(([name, value]) => {
      const control = controlOf(controls, name)
      if (control === undefined || value === undefined) return []
      return [[name, typeof value === 'number' ? within(value, control) : value]]
    }),
  )
}

const controlOf = (controls: VoiceControls, name: string): true | Range | undefined =>
  new Map<string, true | Range>(Object.entries(controls)).get(name)

interface Range {
  min: number
  max: number
}

/** The persona may have been written with another voice, whose range was wider. */
const within = (value: number, control: true | Range) =>
  control === true ? value : Math.min(control.max, Math.max(control.min, value))

/**
 * The model that is asked for; null leaves it to Anam. Whose face it is may have changed since the
 * persona chose a model, and not every face can be rendered with each.
 */
export function modelFor(
  { avatarModel }: Pick<Persona, 'avatarModel'>,
  avatar: CatalogueAvatar | undefined,
): string | null {
  const models = avatar?.models ?? []
  const isKnown = models.length === 0 || models.some(({ id }) => id === avatarModel)
  return isKnown ? avatarModel : null
}

/** How the face plays: only where the model follows it. */
export function directorNotes(
  persona: Persona,
  avatar: CatalogueAvatar | undefined,
): Record<string, number | string> {
  const { style, expressivity } = persona.directorNotes
  const avatarModel = modelFor(persona, avatar)
  const model = avatarModel
    ? avatar?.models.find(({ id }) => id === avatarModel)
    : avatar?.models[0]
  if (!model?.takesDirectorNotes) return {}
  return {
    ...(style?.kind === 'preset' && { presetStyle: style.name }),
    ...(style?.kind === 'written' && { customStylePrompt: style.text }),
    ...(expressivity !== undefined && { expressivity }),
  }
}
