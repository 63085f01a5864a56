import { clock } from '@/lib/plain-numbers'
import { toolWords } from './tool-words'
import { isSaid, type Turn } from './transcript'
import { turnMark } from './transcript-marks'

export interface TranscriptTextOptions {
  /** Of the persona. */
  name: string
  startedAt: Date
  /** Nothing can be sent any more. */
  isOver: boolean
}

/** A transcript for reading: who said what and when, and what was cut off or never sent. */
export function transcriptText(
  turns: readonly Turn[],
  { name, startedAt, isOver }: TranscriptTextOptions,
): string {
  const day = startedAt.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })
  const blocks = turns.map((turn) => {
    const time = `[${clock(Math.floor(turn.at / 1000))}]`
    if (!isSaid(turn)) return `${time} ${toolWords(turn)}`
    const mark = turnMark(turn, isOver)
    const head = `${time} ${turn.role === 'user' ? 'You' : name}`
    return [head, turn.text.trim(), ...(mark ? [`(${mark})`] : [])].join('\n')
  })
  return `${[`Conversation with ${name}\n${day}`, ...blocks].join('\n\n')}\n`
}

const twoDigits = (part: number) => String(part).padStart(2, '0')

/** `Conversation with Mira 2026-03-01 09-05.txt`: it sorts by date, and every system takes it. */
export function transcriptFileName({
  name,
  startedAt,
}: Pick<TranscriptTextOptions, 'name' | 'startedAt'>): string {
  const day = [startedAt.getFullYear(), startedAt.getMonth() + 1, startedAt.getDate()]
  const time = [startedAt.getHours(), startedAt.getMinutes()]
  const who = name
    .replace(/[\p{Cc}\\/:*?"<>|.]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const when = `${day.map(twoDigits).join('-')} ${time.map(twoDigits).join('-')}`
  return `Conversation with ${who} ${when}.txt`
}
