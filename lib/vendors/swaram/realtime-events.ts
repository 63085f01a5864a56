/**
 * What Swaram says, as far as it is used. Read by hand and not with zod, since every sound passes
 * here. Ids are optional in all of them: the documented frames name them only in part [doc].
 */
export type RealtimeEvent =
  /** The session stands. */
  | { type: 'created'; id: string | undefined }
  | { type: 'visitor-speech'; on: boolean }
  /** What the visitor said; told once or twice for a turn. */
  | { type: 'visitor-words'; id: string | undefined; text: string }
  | { type: 'reply'; id: string | undefined }
  /** Base64 of PCM16. */
  | { type: 'audio'; reply: string | undefined; data: string }
  | { type: 'words'; reply: string | undefined; text: string }
  | { type: 'reply-done'; id: string | undefined; cancelled: boolean }
  | { type: 'tool'; call: string; name: string; arguments: unknown }
  | { type: 'error'; code: string; message: string }

/** Reads one frame; undefined for what is unknown, not needed or not what it says it is. */
export function readEvent(frame: unknown): RealtimeEvent | undefined {
  const event = typeof frame === 'string' ? parsed(frame) : undefined
  switch (text(event, 'type')) {
    case 'session.created':
      return { type: 'created', id: text(field(event, 'session'), 'id') }
    case 'input_audio_buffer.speech_started':
      return { type: 'visitor-speech', on: true }
    case 'input_audio_buffer.speech_stopped':
      return { type: 'visitor-speech', on: false }
    case 'conversation.item.created':
      return visitorItem(field(event, 'item'))
    case 'conversation.item.input_audio_transcription.completed':
      return visitorWords(text(event, 'item_id'), text(event, 'transcript'))
    case 'response.created':
      return { type: 'reply', id: replyOf(event) }
    case 'response.output_audio.delta': {
      const data = text(event, 'delta')
      return data ? { type: 'audio', reply: replyOf(event), data } : undefined
    }
    case 'response.output_audio_transcript.delta': {
      const words = text(event, 'delta')
      return words ? { type: 'words', reply: replyOf(event), text: words } : undefined
    }
    case 'response.done': {
      const status = text(field(event, 'response'), 'status')
      const cancelled = status === 'cancelled' || status === 'incomplete'
      return { type: 'reply-done', id: replyOf(event), cancelled }
    }
    case 'response.function_call_arguments.done':
      return toolCall(event)
    case 'error': {
      const error = field(event, 'error')
      return {
        type: 'error',
        code: text(error, 'code') ?? text(error, 'type') ?? 'unknown',
        message: text(error, 'message') ?? '',
      }
    }
    default:
      return undefined
  }
}

/** The persona's own items are told here, too; its words come as deltas. */
function visitorItem(item: unknown): RealtimeEvent | undefined {
  if (text(item, 'role') !== 'user') return undefined
  const content = field(item, 'content')
  const parts = Array.isArray(content) ? content : []
  const words = parts.map((part) => text(part, 'text') ?? text(part, 'transcript') ?? '').join(' ')
  return visitorWords(text(item, 'id'), words)
}

function visitorWords(id: string | undefined, words = ''): RealtimeEvent | undefined {
  const said = words.trim()
  return said ? { type: 'visitor-words', id, text: said } : undefined
}

function toolCall(event: unknown): RealtimeEvent | undefined {
  const [call, name] = [text(event, 'call_id'), text(event, 'name')]
  if (!call || !name) return undefined
  const written = text(event, 'arguments') ?? ''
  // What is not JSON is passed on as it is: the tool itself tells the persona what is wrong.
  return { type: 'tool', call, name, arguments: written === '' ? {} : (parsed(written) ?? written) }
}

const replyOf = (event: unknown) =>
  text(event, 'response_id') ?? text(field(event, 'response'), 'id')

function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

const field = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined

function text(of: unknown, name: string): string | undefined {
  const value = field(of, name)
  return typeof value === 'string' ? value : undefined
}
