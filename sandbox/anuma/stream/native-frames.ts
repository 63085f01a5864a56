import type { Reply } from '../reply'
import type { Frames } from './frames'
import { outputOf, responsesUsage } from './response-object'

/**
 * The portal's own envelope. It fills every field: `error` is `{}` where there is none, the status
 * is empty [3p]. A text is a string or `{OfString}` [sdk]. `/responses` ends with
 * `response.completed` or `.incomplete`; `/chat/completions` repeats the whole text in a frame of
 * type `response`, after the deltas [sdk responses.ts].
 */
export function nativeFrames(reply: Reply, route: 'completions' | 'responses'): Frames {
  const { id, model, createdAt, finish } = reply
  const skeleton = { id: `resp_${id}`, object: 'response', created_at: createdAt, model }
  const isCut = finish === 'length'
  const whole = {
    ...skeleton,
    status: isCut ? 'incomplete' : '',
    incomplete_details: { reason: isCut ? 'max_output_tokens' : '' },
    output: outputOf(reply),
    usage: responsesUsage(reply),
  }
  const last =
    route === 'completions' ? 'response' : `response.${isCut ? 'incomplete' : 'completed'}`
  const string = (text: string, index: number) => (index % 5 === 4 ? { OfString: text } : text)
  return {
    opening: [
      { type: 'response.created', response: skeleton, error: {} },
      { type: 'response.in_progress', response: skeleton, error: {} },
    ],
    beforeThoughts: [{ type: 'response.reasoning_summary_part.added', error: {} }],
    thought: (text, index) =>
      index % 2 === 0
        ? { type: 'response.reasoning_summary_text.delta', delta: string(text, index) }
        : { type: 'response.thinking.delta', delta: string(text, index) },
    afterThoughts: [{ type: 'response.reasoning_summary_text.done', error: {} }],
    delta: (text, index) => ({
      type: 'response.output_text.delta',
      item_id: `msg_${id}`,
      output_index: 0,
      content_index: 0,
      delta: string(text, index),
    }),
    closing: [{ type: last, response: whole }],
    failure: (error) =>
      route === 'responses'
        ? { type: 'response.failed', response: { ...skeleton, error } }
        : { error },
  }
}
