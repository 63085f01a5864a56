import { z } from 'zod'
import { toolNames } from '@/lib/tools/names'
import { unknownVariable } from './prompt-variables'
import { brainId, languageCode, line, vendorId, words } from './text'

/** Colours of the wall behind a persona; they exist as tokens of the same names. */
export const rooms = ['moss', 'ink', 'clay', 'sea', 'sand', 'plum'] as const

/** Lengths in characters, shared by the schema, the forms and their counters. */
export const longest = {
  name: 60,
  tagline: 120,
  systemPrompt: 8_000,
  greeting: 500,
  openingLine: 120,
  style: 2_000,
} as const

/** Longest request that carries a persona, in bytes: every character may be written as an escape. */
export const maxPersonaBytes = 128_000

/** How a conversation begins. */
const greeting = z.discriminatedUnion('kind', [
  /** The persona says these words first; `uninterruptible`: nobody can cut them short. */
  z.strictObject({
    kind: z.literal('said'),
    text: words(longest.greeting),
    uninterruptible: z.boolean(),
  }),
  /** The language model makes the first words up. */
  z.strictObject({ kind: z.literal('improvised'), uninterruptible: z.boolean() }),
  /** The visitor begins. */
  z.strictObject({ kind: z.literal('none') }),
])

const between = (least: number, most: number) =>
  z.number(`A number from ${least} to ${most}.`).min(least).max(most).optional()

/** When the visitor's turn is over. What is left out is the vendor's default. Seconds, or 0 to 1. */
const voiceDetection = z.strictObject({
  /** 1: answers at the shortest pause. */
  endOfSpeechSensitivity: between(0, 1),
  /** Silence after which a turn ends in any case. */
  silenceBeforeAutoEndTurnSeconds: between(0.5, 10),
  /** Silence after which the persona speaks again by itself; 0: never. */
  silenceBeforeSkipTurnSeconds: between(0, 900),
  /** Silence after which the vendor ends the session; 0: never. */
  silenceBeforeSessionEndSeconds: between(0, 7_200),
  /** How much background noise is taken away. */
  speechEnhancementLevel: between(0, 1),
})

export const emotions = ['neutral', 'calm', 'angry', 'content', 'sad', 'scared'] as const

/** How the voice speaks. Which of these a voice knows is in the catalogue; it ignores the others. */
const voiceGeneration = z.strictObject({
  /** 1: as it is. */
  speed: between(0.5, 2),
  volume: between(0.5, 2),
  stability: between(0, 1),
  similarityBoost: between(0, 1),
  style: between(0, 1),
  useSpeakerBoost: z.boolean().optional(),
  emotion: z.enum(emotions).optional(),
})

export const presetStyles = [
  'happy',
  'warm',
  'playful',
  'supportive',
  'sad',
  'angry',
  'distressed',
] as const

/** How the face plays its part; only some avatar models follow it. */
const directorNotes = z.strictObject({
  style: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('preset'), name: z.enum(presetStyles) }),
      z.strictObject({ kind: z.literal('written'), text: words(longest.style) }),
    ])
    .optional(),
  /** 0: subtle. */
  expressivity: between(0, 1),
})

/** Who plays a persona where it names no avatar or voice: counted from 0 in the vendor's catalogue. */
const casting = z.strictObject({
  avatar: z.int().min(0).max(1_000),
  gender: z.enum(['female', 'male']),
  /** Which of the voices of that gender. */
  voice: z.int().min(0).max(1_000),
})

/** What makes a persona, as it is saved, exported and imported. */
export const personaContent = z.strictObject({
  name: line(longest.name).refine((value) => value.trim() !== '', 'Give it a name.'),
  tagline: line(longest.tagline),
  /** ISO 639-1 code of the only language to listen for; null listens for any. */
  language: languageCode.nullable(),
  systemPrompt: words(longest.systemPrompt).refine(
    (prompt) => unknownVariable(prompt) === undefined,
    {
      error: ({ input }) =>
        `There is no variable {{${unknownVariable(String(input))}}}: remove it, or use one of those below.`,
    },
  ),
  greeting,
  /** By the vendor's ids; null leaves the choice to the visitor's profile, then to `casting`. */
  avatarId: vendorId.nullable(),
  avatarModel: vendorId.nullable(),
  voiceId: vendorId.nullable(),
  llmId: vendorId.nullable(),
  /**
   * By the id of a service that chats: its answers are spoken instead of those of a language model of
   * the catalogue. What was kept before there was such a choice reads as none.
   */
  brain: brainId.nullable().default(null),
  casting,
  room: z.enum(rooms),
  /** Sentences that a visitor could begin with. */
  openingLines: z
    .array(line(longest.openingLine).refine((value) => value.trim() !== '', 'Write a sentence.'))
    .max(3, 'At most three.'),
  /** Null: as long as the server lets it. The server's limit holds in any case. */
  maxSessionSeconds: z.int().min(30, 'At least 30 seconds.').max(7_200).nullable(),
  voiceDetection,
  voiceGeneration,
  directorNotes,
  tools: z
    .array(z.enum(toolNames))
    .max(toolNames.length)
    .refine((names) => new Set(names).size === names.length, 'Each tool once.'),
})

export type PersonaContent = z.infer<typeof personaContent>

/** The words it says first; null where it says none, or makes them up. */
export const firstWords = ({ greeting }: Pick<PersonaContent, 'greeting'>): string | null =>
  greeting.kind === 'said' ? greeting.text : null

/** A persona that can be talked to. */
export interface Persona extends PersonaContent {
  id: string
  /** A preset is the app's; nobody can change it. */
  isPreset: boolean
}

/** A persona as the room and the gallery show it. */
export interface PersonaCard {
  id: string
  name: string
  tagline: string
  room: (typeof rooms)[number]
  /** Same-origin; null when the vendor's catalogue is away. */
  pictureUrl: string | null
  openingLines: string[]
}
