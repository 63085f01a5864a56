import { z } from 'zod'
import { personaId } from '@/lib/personas/persona-id'
import { brainId } from '@/lib/personas/text'

/** Of one message, in characters. */
const longestMessage = 8_000
const mostMessages = 40

/** Of the whole body, in bytes. */
export const longestChatRequest = 65_536

const message = z.strictObject({
  // No other: who the persona is, and how it behaves, is the server's.
  role: z.enum(['user', 'assistant'], 'Either "user" or "assistant".'),
  content: z
    .string('Text is wanted here.')
    .max(longestMessage, `At most ${longestMessage.toLocaleString('en')} characters.`)
    .refine((text) => text.trim() !== '', 'There is nothing in it.')
    // Halves of a character, which no vendor can read.
    .transform((text) => text.toWellFormed()),
})

/** What a browser asks for to have one reply. Model, prompt and limits are the server's. */
export const chatRequest = z.strictObject({
  personaId: personaId.optional(),
  /** The persona as its owner is writing it, before it is saved. */
  draft: z.boolean().optional(),
  /** One of the vendors of text; the first one that is set up when left out. */
  vendor: brainId.optional(),
  /** The caller's session that the reply belongs to. */
  sessionId: z.uuid('Not the id of a session.').optional(),
  /** What the chat is about, and what the persona has to know for it: lib/contexts. */
  context: z.string().max(100).optional(),
  metadata: z.record(z.string().max(40), z.unknown()).optional(),
  /** Oldest first. Those of the assistant are what the browser says they were. */
  messages: z
    .array(message)
    .min(1, 'Say something first.')
    .max(mostMessages, `At most ${mostMessages} messages.`)
    .refine(
      (all) => all.length === 0 || all.at(-1)?.role === 'user',
      'The last one has to be of the user.',
    ),
})

export type ChatRequestBody = z.output<typeof chatRequest>
