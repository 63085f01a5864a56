import { z } from 'zod'
import { errorIn, readChunk, usageIn } from '@/lib/chat/openai-chunks'
import { type ReadFrame, type Said, vendorError } from '@/lib/chat/read-reply'
import { thinkTags } from '@/lib/chat/think-tags'
import { problemOfError } from './stream-problems'

// Anuma's own envelope, which it uses unless asked for OpenAI's, and in older versions even then
// (reference B3) [sdk].

const piece = z.union([z.string(), z.object({ OfString: z.string() })])
const output = z.array(
  z.object({
    type: z.string(),
    content: z.array(z.object({ type: z.string(), text: z.string().nullish() })).nullish(),
  }),
)
const response = z.object({
  // null where thoughts have used up the tokens.
  output: output.nullish(),
  usage: z.unknown().optional(),
  error: z.unknown().optional(),
  incomplete_details: z.object({ reason: z.string().nullish() }).nullish(),
})
const frame = z.object({
  type: z.string(),
  delta: z.unknown().optional(),
  response: response.nullish().catch(undefined),
})

type Frame = z.infer<typeof frame>

/**
 * Reads the frames of one reply of Anuma's, in either of its dialects. In OpenAI's, thoughts stand
 * in the content between tags.
 */
export function anumaFrames(): ReadFrame {
  const untagged = thinkTags()
  return (value) => {
    if (errorIn.safeParse(value).success) throw problemOfError(value)
    const own = frame.safeParse(value)
    if (own.success) return readOwn(own.data)
    const { text, ...said } = readChunk(value)
    if (!text) return said
    const apart = untagged(text)
    return { ...said, ...apart, reasoning: (said.reasoning ?? '') + (apart.reasoning ?? '') }
  }
}

function readOwn({ type, delta, response }: Frame): Said {
  switch (type) {
    case 'response.output_text.delta':
      return { text: textOf(delta) }
    case 'response.reasoning_summary_text.delta':
    case 'response.thinking.delta':
      return { reasoning: textOf(delta) }
    case 'response.failed':
      throw problemOfError({ error: response?.error })
    case 'response':
      return wholeOf(response)
    case 'response.completed':
    case 'response.incomplete':
      return { ...wholeOf(response), isWhole: true }
    default:
      return {}
  }
}

/** Words that cannot be read are missed words: the reply would be another one. */
function textOf(delta: unknown): string {
  const parsed = piece.safeParse(delta)
  if (!parsed.success) throw vendorError('A delta of another shape')
  return typeof parsed.data === 'string' ? parsed.data : parsed.data.OfString
}

function wholeOf(response: Frame['response']): Said {
  const whole = (response?.output ?? [])
    .filter(({ type }) => type === 'message')
    .flatMap(({ content }) => content ?? [])
    .map(({ type, text }) => (type === 'output_text' ? (text ?? '') : ''))
    .join('')
  const cut = response?.incomplete_details?.reason
  return {
    whole,
    usage: usageIn(response?.usage),
    // Every field is there, empty where it says nothing.
    finish: cut ? (cut === 'content_filter' ? 'filtered' : 'length') : undefined,
  }
}
