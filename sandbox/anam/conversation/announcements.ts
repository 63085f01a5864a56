import { randomUUID } from 'node:crypto'
import type { Utterance } from '../speech/speaker'
import type { Outlet } from './outlet'

/** What the engine tells the page of a conversation, in the words of the protocol (anam.md 1.6). */
export class Announcements {
  constructor(
    private readonly sessionId: string,
    private readonly outlet: Outlet,
    private readonly now: () => number,
  ) {}

  /** A piece of what the persona says, or (empty, `ends`) the end of its turn. */
  persona(utterance: Utterance, content: string, ends: boolean, interrupted: boolean) {
    this.outlet.message('speechText', {
      message_id: utterance.messageId,
      content_index: utterance.chunks++,
      content,
      role: 'persona',
      end_of_speech: ends,
      interrupted,
      user_action_correlation_id: utterance.correlationId,
    })
  }

  /** A spoken turn of the visitor. */
  visitor(content: string, correlationId: string) {
    this.outlet.message('speechText', {
      message_id: correlationId,
      content_index: 0,
      content,
      role: 'user',
      end_of_speech: true,
      interrupted: false,
      user_action_correlation_id: correlationId,
    })
  }

  visitorSpeech(change: 'started' | 'ended', correlationId: string) {
    const type = change === 'started' ? 'userSpeechStarted' : 'userSpeechEnded'
    this.outlet.message(type, { user_action_correlation_id: correlationId })
  }

  reasoning(content: string) {
    this.outlet.message('reasoningText', {
      message_id: randomUUID(),
      content_index: 0,
      content,
      role: 'persona',
      end_of_thought: true,
    })
  }

  cueApplied(tag: string) {
    this.outlet.message('directorNoteCueApplied', {
      session_id: this.sessionId,
      user_action_correlation_id: randomUUID(),
      timestamp_user_action: new Date(this.now()).toISOString(),
      cue_tag: tag,
    })
  }

  configChanged(fields: Record<string, { before: unknown; after: unknown }>) {
    const data = { session_id: this.sessionId, changed_fields: fields }
    this.outlet.message('personaConfigUpdateApplied', data)
  }

  talkStreamInterrupted(correlationId: string) {
    this.outlet.signal('talkinputstreaminterrupted', { correlationId })
  }
}
