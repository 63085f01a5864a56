'use client'

import { TriangleAlert, WifiOff } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import styles from './connection-hint.module.css'
import { hintWords } from './connection-hint-words'
import { useConversation, useStore } from './conversation-context'

export interface ConnectionHintProps {
  isReconnecting: boolean
  /** Said instead, for as long as it is there. */
  instead: string | undefined
}

/** A line over the controls, seen and announced; it moves nothing. */
export function ConnectionHint({ isReconnecting, instead }: ConnectionHintProps) {
  const { conversation, persona } = useConversation()
  const quality = useStore(conversation.quality)
  const warned = useStore(conversation.warned)
  const brainFailure = useStore(conversation.brainFailure)
  const isOnline = useIsOnline()
  const { name } = persona
  const facts = { isOnline, quality, warned, brainFailure, isReconnecting, name }
  const words = instead ?? hintWords(facts)
  const Icon = isOnline ? TriangleAlert : WifiOff
  return (
    // The region is there before its words: one that comes with them is not announced.
    <div className={styles.region} aria-live="polite" data-reconnecting={isReconnecting}>
      {words ? (
        <p className={styles.hint}>
          {instead ? null : <Icon size={16} strokeWidth={1.75} aria-hidden />}
          {words}
        </p>
      ) : null}
    </div>
  )
}

const changes = ['online', 'offline']

function subscribe(tell: () => void) {
  for (const change of changes) addEventListener(change, tell)
  return () => {
    for (const change of changes) removeEventListener(change, tell)
  }
}

const useIsOnline = () =>
  useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  )
