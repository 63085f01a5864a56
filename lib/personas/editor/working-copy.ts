import { z } from 'zod'
import type { FieldError } from '@/lib/http/problem'
import { toolNames } from '@/lib/tools/names'
import { blankContent } from '../blank'
import type { PersonaDraft } from '../draft'
import { emotions, type PersonaContent, presetStyles, rooms } from '../persona'

// The shape of a persona without its bounds: what is being written may be empty or too long.
const number = z.number().optional()
const shape = {
  name: z.string(),
  tagline: z.string(),
  language: z.string().nullable(),
  systemPrompt: z.string(),
  greeting: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('said'), text: z.string(), uninterruptible: z.boolean() }),
    z.object({ kind: z.literal('improvised'), uninterruptible: z.boolean() }),
    z.object({ kind: z.literal('none') }),
  ]),
  avatarId: z.string().nullable(),
  avatarModel: z.string().nullable(),
  voiceId: z.string().nullable(),
  llmId: z.string().nullable(),
  brain: z.string().nullable(),
  casting: z.object({
    avatar: z.number(),
    gender: z.enum(['female', 'male']),
    voice: z.number(),
  }),
  room: z.enum(rooms),
  openingLines: z.array(z.string()),
  maxSessionSeconds: z.number().nullable(),
  voiceDetection: z.object({
    endOfSpeechSensitivity: number,
    silenceBeforeAutoEndTurnSeconds: number,
    silenceBeforeSkipTurnSeconds: number,
    silenceBeforeSessionEndSeconds: number,
    speechEnhancementLevel: number,
  }),
  voiceGeneration: z.object({
    speed: number,
    volume: number,
    stability: number,
    similarityBoost: number,
    style: number,
    useSpeakerBoost: z.boolean().optional(),
    emotion: z.enum(emotions).optional(),
  }),
  directorNotes: z.object({
    style: z
      .discriminatedUnion('kind', [
        z.object({ kind: z.literal('preset'), name: z.enum(presetStyles) }),
        z.object({ kind: z.literal('written'), text: z.string() }),
      ])
      .optional(),
    expressivity: number,
  }),
  tools: z.array(z.enum(toolNames)),
} satisfies { [Field in keyof PersonaContent]: z.ZodType<PersonaContent[Field]> }

/**
 * What an editor shows: the draft where it has a field that a form can hold, else what is saved,
 * else a blank persona.
 */
export function workingCopy(
  saved: PersonaContent | null,
  draft: PersonaDraft | null,
): PersonaContent {
  const base = saved ?? blankContent
  const lenient = z.object({
    name: shape.name.catch(base.name),
    tagline: shape.tagline.catch(base.tagline),
    language: shape.language.catch(base.language),
    systemPrompt: shape.systemPrompt.catch(base.systemPrompt),
    greeting: shape.greeting.catch(base.greeting),
    avatarId: shape.avatarId.catch(base.avatarId),
    avatarModel: shape.avatarModel.catch(base.avatarModel),
    voiceId: shape.voiceId.catch(base.voiceId),
    llmId: shape.llmId.catch(base.llmId),
    brain: shape.brain.catch(base.brain),
    casting: shape.casting.catch(base.casting),
    room: shape.room.catch(base.room),
    openingLines: shape.openingLines.catch(base.openingLines),
    maxSessionSeconds: shape.maxSessionSeconds.catch(base.maxSessionSeconds),
    voiceDetection: shape.voiceDetection.catch(base.voiceDetection),
    voiceGeneration: shape.voiceGeneration.catch(base.voiceGeneration),
    directorNotes: shape.directorNotes.catch(base.directorNotes),
    tools: shape.tools.catch(base.tools),
  })
  return lenient.parse(draft ?? {})
}

/** What is sent of a working copy: white space at the ends of lines and empty lines do not count. */
export const tidied = (persona: PersonaContent): PersonaContent => ({
  ...persona,
  name: oneLine(persona.name),
  tagline: oneLine(persona.tagline),
  systemPrompt: persona.systemPrompt.trim(),
  greeting:
    persona.greeting.kind === 'said'
      ? { ...persona.greeting, text: persona.greeting.text.trim() }
      : persona.greeting,
  openingLines: persona.openingLines.map(oneLine).filter(Boolean),
})

/** What is wrong with the tidied copy, by the fields of the form: empty lines stand there, too. */
export function errorsAsTyped(
  errors: readonly FieldError[],
  { openingLines }: PersonaContent,
): FieldError[] {
  const written = [...openingLines.keys()].filter((index) => openingLines[index]?.trim())
  return errors.map(({ path, message }) => ({
    path: path.replace(/^openingLines\.(\d+)$/, (_, at) => `openingLines.${written[at] ?? at}`),
    message,
  }))
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

/** Whether two personas are the same to the letter, however their keys are ordered. */
export function isSamePersona(one: PersonaContent | null, other: PersonaContent | null): boolean {
  return canonical(one) === canonical(other)
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
