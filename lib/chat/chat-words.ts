import { transcriptFileName } from '../conversation/transcript-text'
import type { AnswerEnd, ChatPhase, ChatTurn } from './chat-state'

/** What has to be known about an answer beside its words. */
export const answerMarks: Record<AnswerEnd, string | undefined> = {
  complete: undefined,
  length: 'Cut: it reached the longest length.',
  filtered: 'The chat service withheld this answer.',
  stopped: 'You stopped it.',
  broken: 'Not complete.',
  cut: 'Cut: the page was closed or loaded again.',
}

/** What is going on, for the stage. */
export function chatStatus(phase: ChatPhase, name: string): string {
  if (phase === 'sending') return `${name} is thinking`
  return phase === 'streaming' ? `${name} is writing` : 'Ready'
}

const timeOfDay = (at: number) =>
  new Date(at).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })

/** A chat for reading: who wrote what and when, and what is not complete. Without the thoughts. */
export function chatText(turns: readonly ChatTurn[], name: string): string {
  const began = new Date(turns[0]?.at ?? 0)
  const day = began.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const blocks = turns.map((turn) => {
    const mark = turn.role === 'persona' ? answerMarks[turn.end] : undefined
    const head = `[${timeOfDay(turn.at)}] ${turn.role === 'user' ? 'You' : name}`
    return [head, turn.text.trim(), ...(mark ? [`(${mark})`] : [])].filter(Boolean).join('\n')
  })
  return `${[`Chat with ${name}\n${day}`, ...blocks].join('\n\n')}\n`
}

export const chatFileName = (turns: readonly ChatTurn[], name: string) =>
  transcriptFileName({ name, startedAt: new Date(turns[0]?.at ?? 0) })

/** An answer as it is read out: its words without the marks of Markdown, and code by its name only. */
export function spokenAnswer(text: string): string {
  return text
    .replace(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?(\n\1[^\n]*|$)/gm, ' Code. ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/^\s{0,3}(#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replace(/^[\s|:-]+$/gm, '')
    .replace(/[*_`~|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
}

/** How many characters a message is too long, once that is worth knowing; negative: are left. */
export function lengthNote(length: number, longest: number): string | undefined {
  const over = length - longest
  const count = Math.abs(over).toLocaleString('en')
  if (over > 0) return `${count} ${over === 1 ? 'character' : 'characters'} too long`
  return length > longest * 0.95
    ? `${count} ${over === -1 ? 'character' : 'characters'} left`
    : undefined
}
