import { z } from 'zod'
import type { Finish } from './chat-source'
import { type Said, vendorError } from './read-reply'
import type { ReplyUsage } from './server-chat'

// Only what is read of a `chat.completion.chunk`: vendors add fields of their own.

const delta = z.object({
  content: z.string().nullish(),
  /** Thoughts, by either of the names in use. */
  reasoning: z.string().nullish(),
  reasoning_content: z.string().nullish(),
})

const chunk = z.object({
  choices: z
    .array(z.object({ delta: delta.nullish(), finish_reason: z.string().nullish() }))
    .nullish(),
  usage: z.unknown().optional(),
})

const count = z.number().int().min(0).max(1_000_000_000)

/** Both names: those of chat completions, and those of the Responses API. */
const usage = z.union([
  z.object({ prompt_tokens: count, completion_tokens: count }).transform((used) => ({
    promptTokens: used.prompt_tokens,
    replyTokens: used.completion_tokens,
  })),
  z
    .object({ input_tokens: count, output_tokens: count })
    .transform((used) => ({ promptTokens: used.input_tokens, replyTokens: used.output_tokens })),
])

/** What a vendor counted; undefined where it did not, or nonsense: no reason to lose a reply. */
export const usageIn = (value: unknown): ReplyUsage | undefined => usage.safeParse(value).data

const finishes: Readonly<Record<string, Finish>> = {
  length: 'length',
  max_tokens: 'length',
  content_filter: 'filtered',
}

/** A reason that nobody has heard of ends a reply like any other. */
const finishOf = (reason: string): Finish => finishes[reason] ?? 'complete'

/**
 * Whether a frame is an error in place of words, in an answer that began with 200. `{}` and an
 * empty text stand for none.
 */
export const errorIn = z
  .object({
    error: z.union([
      z.string().min(1),
      z.looseObject({}).refine((error) => Object.keys(error).length > 0),
    ]),
  })
  .transform(({ error }) => error)

/**
 * What one chunk in OpenAI's shape says. Throws `vendor_error` for an error in place of a chunk,
 * and for a chunk whose words cannot be read.
 */
export function readChunk(frame: unknown): Said {
  if (errorIn.safeParse(frame).success) throw vendorError('An error inside the stream')
  if (!isChunk(frame)) return {}
  const parsed = chunk.safeParse(frame)
  if (!parsed.success) throw vendorError('A chunk of another shape')
  const [choice] = parsed.data.choices ?? []
  return {
    text: choice?.delta?.content ?? undefined,
    reasoning: choice?.delta?.reasoning ?? choice?.delta?.reasoning_content ?? undefined,
    finish: choice?.finish_reason ? finishOf(choice.finish_reason) : undefined,
    usage: usageIn(parsed.data.usage),
  }
}

const isChunk = (frame: unknown) =>
  typeof frame === 'object' && frame !== null && 'choices' in frame
