import { z } from 'zod'
import { readChunk } from '@/lib/chat/openai-chunks'
import type { ReadFrame } from '@/lib/chat/read-reply'
import { thinkTags } from '@/lib/chat/think-tags'

const marked = z.object({ compliance_violations: z.array(z.unknown()).min(1) })
const choices = z.object({ choices: z.array(z.unknown()) })

/** Of the whole reply, or of one choice of it [sdk types.ts]. */
const violates = (frame: unknown) =>
  marked.safeParse(frame).success ||
  choices.safeParse(frame).data?.choices.some((choice) => marked.safeParse(choice).success)

/**
 * Reads the frames of one reply of Animus': OpenAI's chunks, and what they have besides. Thoughts
 * may stand in the content between tags. From the frame on that tells of a violation nothing is
 * said any more, and the reply ends as `filtered`: what was shown of it is to be taken back.
 */
export function animusFrames(): ReadFrame {
  const untagged = thinkTags()
  let isBlocked = false
  return (frame) => {
    isBlocked ||= violates(frame) === true
    const { text, reasoning, usage, finish } = readChunk(frame)
    // Nobody has to wait for the end of what is not shown.
    if (isBlocked) return { finish: 'filtered', isWhole: true, usage }
    const said = text ? untagged(text) : {}
    const thought = `${reasoning ?? ''}${said.reasoning ?? ''}`
    return { text: said.text, reasoning: thought || undefined, usage, finish }
  }
}
