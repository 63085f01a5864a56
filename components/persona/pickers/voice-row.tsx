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
  /** What can be heard of it; null where there is nothing. */
  sampleUrl: string | null
  /** What is heard of it now; null while it is another one's or nobody's. */
  heard: Sample
  onPlay: (url: string) => void
  onPause: () => void
}

/** One voice to choose, and to hear before. */
export function VoiceRow(props: VoiceRowProps) {
  const { group, isChosen, onChoose, name, detail, sampleUrl, heard, onPlay, onPause } = props
  const isOn = heard?.state === 'loading' || heard?.state === 'playing'
  return (
    <div className={styles.row}>
      <label className={styles.choice}>
        <input type="radio" name={group} checked={isChosen} onChange={onChoose} />
        <span className={styles.words}>
          <span className={styles.name}>{name}</span> {detail ? <span>{detail}</span> : null}
        </span>
      </label>
      {heard?.state === 'playing' ? <Wave /> : null}
      {sampleUrl ? (
        <Button
          size="icon"
          variant="plain"
          aria-label={isOn ? `Pause ${name}` : `Play ${name}`}
          onClick={() => (isOn ? onPause() : onPlay(sampleUrl))}
        >
          <SampleIcon state={heard?.state} />
        </Button>
      ) : null}
      {heard?.state === 'failed' ? (
        <p className={styles.failed} role="alert">
          This sample cannot be played now. Try it again in a moment.
        </p>
      ) : null}
    </div>
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
