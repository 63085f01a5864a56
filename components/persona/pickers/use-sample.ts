import { useEffect, useRef, useState } from 'react'

/** The one sample that is heard, or could not be. */
export type Sample = { id: string; state: 'loading' | 'playing' | 'failed' } | null

/** Plays one sample at a time; leaving the page ends it. */
export function useSample() {
  const [sample, setSample] = useState<Sample>(null)
  const sound = useRef<{ id: string; audio: HTMLAudioElement }>(undefined)

  useEffect(() => () => silence(sound.current?.audio), [])

  function play(id: string, url: string) {
    const known = sound.current
    if (known?.id !== id) silence(known?.audio)
    const audio = known?.id === id ? known.audio : new Audio(url)
    sound.current = { id, audio }
    const tell = (next: Sample) => {
      if (sound.current?.audio === audio) setSample(next)
    }
    const fail = () => {
      sound.current = undefined
      setSample((now) => (now === null || now.id === id ? { id, state: 'failed' } : now))
    }
    audio.onplaying = () => tell({ id, state: 'playing' })
    audio.onended = () => tell(null)
    audio.onerror = () => sound.current?.audio === audio && fail()
    setSample({ id, state: 'loading' })
    audio.play().catch((error: unknown) => {
      // Paused before it began: what came next has told its own.
      if (error instanceof DOMException && error.name === 'AbortError') return
      if (sound.current?.audio === audio) fail()
    })
  }

  function pause() {
    sound.current?.audio.pause()
    setSample(null)
  }

  return { sample, play, pause }
}

function silence(audio: HTMLAudioElement | undefined) {
  if (!audio) return
  audio.onplaying = audio.onended = audio.onerror = null
  audio.pause()
  audio.removeAttribute('src')
}
