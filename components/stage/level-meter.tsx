'use client'

import { useEffect, useRef } from 'react'
import { watchLevel } from '@/lib/conversation/level'
import { useConversation, useStore } from './conversation-context'
import styles from './settings.module.css'

const bars = Array.from({ length: 20 }, (_, index) => index)

/** Twenty bars of the microphone's level, drawn without rendering. */
export function LevelMeter() {
  const { conversation } = useConversation()
  const stream = useStore(conversation.stream)
  const meter = useRef<HTMLMeterElement>(null)
  const row = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!stream) return
    const show = (level: number) => {
      const lit = Math.round(level * bars.length)
      if (meter.current) meter.current.value = lit
      for (const [index, bar] of [...(row.current?.children ?? [])].entries()) {
        bar.toggleAttribute('data-on', index < lit)
      }
    }
    const stop = watchLevel(stream, show)
    return () => {
      stop()
      show(0)
    }
  }, [stream])

  return (
    <>
      <meter
        ref={meter}
        className="sr-only"
        aria-label="Microphone level"
        min={0}
        max={bars.length}
        value={0}
      />
      <div ref={row} className={styles.meter} aria-hidden="true">
        {bars.map((bar) => (
          <i key={bar} />
        ))}
      </div>
    </>
  )
}
