import { LoaderCircle, Pause, Play } from 'lucide-react'
import { Button } from '@/components/ui/button'
import type { Sample } from './use-sample'
import styles from './voice-picker.module.css'

interface VoiceRowProps {
  /** The radio group's. */
  group: string
  isChosen: boolean
  onChoose: () => void
  name: string
  /** What it sounds like, in words. */
  detail?: string | undefined
  /** What can be heard of it, if anything. */
  sound?: SoundProps | null
}

interface SoundProps {
  /** What is heard of it now; null while it is another one's or nobody's. */
  heard: Sample
  onPlay: () => void
  onPause: () => void
}

/** One voice to choose, and to hear before. */
export function VoiceRow({ group, isChosen, onChoose, name, detail, sound }: VoiceRowProps) {
  return (
    <div className={styles.row}>
      <label className={styles.choice}>
        <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span> {detail ? <span>{detail}</span> : null}
        </span>
      </label>
      {sound ? <Sound name={name} {...sound} /> : null}
    </div>
  )
}

function Sound({ name, heard, onPlay, onPause }: SoundProps & { name: string }) {
  const isOn = heard?.state === 'loading' || heard?.state === 'playing'
  return (
    <>
      {heard?.state === 'playing' ? <Wave /> : null}
      <Button
        size="icon"
        variant="plain"
        aria-label={isOn ? `Pause ${name}` : `Play ${name}`}
        onClick={isOn ? onPause : onPlay}
      >
        <SampleIcon state={heard?.state} />
      </Button>
      {heard?.state === 'failed' ? (
        <p className={styles.failed} role="alert">
          This sample cannot be played now. Try it again in a moment.
        </p>
      ) : null}
    </>
  )
}

function SampleIcon({ state }: { state: NonNullable<Sample>['state'] | undefined }) {
  if (state === 'loading') {
    return <LoaderCircle className={styles.loading} size={20} strokeWidth={1.75} aria-hidden />
  }
  const Icon = state === 'playing' ? Pause : Play
  return <Icon size={20} strokeWidth={1.75} aria-hidden />
}

/** Says to the eye what the ear hears. */
function Wave() {
  return (
    <span className={styles.wave} aria-hidden="true">
      <i />
      <i />
      <i />
      <i />
      <i />
    </span>
  )
}
