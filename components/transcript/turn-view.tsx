'use client'

import { memo } from 'react'
import type { SaidTurn } from '@/lib/conversation/transcript'
import { turnMark } from '@/lib/conversation/transcript-marks'
import { clock } from '@/lib/plain-numbers'
import styles from './turn-view.module.css'

export interface TurnViewProps {
  turn: SaidTurn
  /** Of the persona. */
  name: string
  /** ISO 639-1 code, where only one language is spoken. */
  language: string | undefined
  /** The conversation is over: what still waits to be sent will not be. */
  isOver: boolean
}

/** Memo by hand, as its group is: a word renders one turn of it. */
export const TurnView = memo(function TurnView({ turn, name, language, isOver }: TurnViewProps) {
  const isYou = turn.role === 'user'
  const seconds = Math.floor(turn.at / 1000)
  const mark = turnMark(turn, isOver)
  return (
    <article className={isYou ? `${styles.turn} ${styles.you}` : styles.turn}>
      <h3>
        {isYou ? 'You' : name} <time dateTime={`PT${seconds}S`}>{clock(seconds)}</time>
      </h3>
      <p dir="auto" lang={language} data-pending={turn.pending}>
        {turn.text}
      </p>
      {mark ? <p className={styles.mark}>{mark}</p> : null}
    </article>
  )
})
