'use client'

import { memo } from 'react'
import type { Turn } from '@/lib/conversation/transcript'
import { clock } from '@/lib/plain-numbers'
import styles from './log.module.css'

/** By hand, because the list is one expression to the compiler: a word renders one turn, not all. */
export const TurnView = memo(function TurnView({ turn, name }: { turn: Turn; name: string }) {
  const isYou = turn.role === 'user'
  const seconds = Math.floor(turn.at / 1000)
  return (
    <article className={isYou ? `${styles.turn} ${styles.you}` : styles.turn}>
      <h3>
        {isYou ? 'You' : name} <time dateTime={`PT${seconds}S`}>{clock(seconds)}</time>
      </h3>
      <p>{turn.text}</p>
      {turn.interrupted ? <p className={styles.cut}>You interrupted</p> : null}
    </article>
  )
})
