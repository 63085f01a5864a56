import { z } from 'zod'

/** Colours of the wall behind a persona; they exist as tokens of the same names. */
const rooms = ['moss', 'ink', 'clay', 'sea', 'sand', 'plum'] as const

/**
 * Who plays a persona. `stock`: the server casts it from whatever the vendor's account offers.
 * `chosen`: by the vendor's ids.
 */
const cast = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('stock'),
    /** Which of the vendor's avatars, and which of the voices of that gender, counted from 0. */
    avatar: z.int().min(0),
    gender: z.enum(['female', 'male']),
    voice: z.int().min(0),
  }),
  z.strictObject({
    kind: z.literal('chosen'),
    avatarId: z.string().min(1).max(100),
    voiceId: z.string().min(1).max(100),
    llmId: z.string().min(1).max(100),
  }),
])

/** What makes a persona, as it is kept in the database. */
export const personaContent = z.strictObject({
  name: z.string().trim().min(1).max(60),
  tagline: z.string().trim().max(120),
  /** ISO 639-1 code of the only language to listen for; null listens for any. */
  language: z
    .string()
    .regex(/^[a-z]{2}$/)
    .nullable(),
  systemPrompt: z.string().trim().min(1).max(8_000),
  /** The first sentence it says; null lets the visitor begin. */
  greeting: z.string().trim().min(1).max(500).nullable(),
  cast,
  room: z.enum(rooms),
  /** Sentences that a visitor could begin with. */
  openingLines: z.array(z.string().trim().min(1).max(120)).max(3),
})

type PersonaContent = z.infer<typeof personaContent>

export interface Persona extends PersonaContent {
  id: string
}

/** A persona as the gallery shows it. */
export interface PersonaCard {
  id: string
  name: string
  tagline: string
  room: (typeof rooms)[number]
  /** Same-origin; null when the vendor's catalogue is away. */
  pictureUrl: string | null
  openingLines: string[]
}
