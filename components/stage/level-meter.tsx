'use client'

import { useEffect, useRef } from 'react'
import { watchLevel } from '@/lib/conversation/level'
import styles from './level-meter.module.css'

const bars = Array.from({ length: 20 }, (_, index) => index)
/** Above the noise of a quiet room. */
const heard = 0.16

export interface LevelMeterProps {
  /** Without one the bars are dark. */
  stream: MediaStream | null
  /** Something was heard that is louder than a quiet room. */
  onHeard?: () => void
}

/** Twenty bars of a microphone's level, drawn without rendering. */
export function LevelMeter({ stream, onHeard }: LevelMeterProps) {
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
    const stop = watchLevel(stream, (level) => {
      show(level)
      if (level >= heard) onHeard?.()
    })
    return () => {
      stop()
      show(0)
    }
  }, [stream, onHeard])

  return (
    <div>
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
    </div>
  )
}
