'use client'

import { useEffect, useId, useState } from 'react'
import { canSetVolume } from '@/lib/conversation/devices-output'
import { useConversation, useStore } from './conversation-context'
import styles from './device-select.module.css'

/** How loud the persona is. Not shown where only the device's own keys decide that. */
export function VolumeChoice() {
  const { preferences, persona } = useConversation()
  const { volume } = useStore(preferences)
  const [isOurs, setIsOurs] = useState(false)
  const id = useId()
  const percent = Math.round(volume * 100)

  useEffect(() => {
    let isGone = false
    void canSetVolume().then((can) => {
      if (!isGone) setIsOurs(can)
    })
    return () => {
      isGone = true
    }
  }, [])

  if (!isOurs) return null
  return (
    <div>
      <label className={`${styles.label} ${styles.value}`} htmlFor={id}>
        {persona.name}’s volume
        <span aria-hidden="true">{percent} %</span>
      </label>
      <input
        id={id}
        className={styles.range}
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={`${percent} %`}
        onChange={({ target }) => preferences.change({ volume: target.valueAsNumber / 100 })}
      />
    </div>
  )
}
