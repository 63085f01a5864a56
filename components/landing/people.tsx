import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { CopyButton } from '@/components/ui/copy-button'
import { Band } from './band'
import styles from './people.module.css'

const command = 'npm ci && npm run dev'

/** Whom the app serves, and what each of them gets. */
export function People() {
  return (
    <Band title="Made for three kinds of people">
      <div className={styles.people}>
        <Kind
          title="Visitors"
          text="You want to be talking within seconds, on a phone as well as on a laptop."
          points={[
            'Captions and a transcript, always',
            'Mute, interrupt or end at any moment',
            'Type instead, if you would rather not speak',
          ]}
        />
        <Kind
          title="Developers"
          text="The whole product runs with no account anywhere. Add your keys one by one."
          points={['One folder per vendor; delete what you do not want']}
        >
          <div className={styles.command}>
            <code>{command}</code>
            <CopyButton text={command} label="Copy the command" />
          </div>
        </Kind>
        <Kind
          title="Operators"
          text="Safe to expose as it is, with a bill that cannot run away."
          points={[
            'Limits and a daily cap, on by default',
            'Sessions that are really stopped',
            'A record of every session, and no key in any log',
          ]}
        />
      </div>
    </Band>
  )
}

interface KindProps {
  title: string
  text: string
  points: string[]
  children?: ReactNode
}

function Kind({ title, text, points, children }: KindProps) {
  return (
    <div>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.text}>{text}</p>
      {children}
      <ul className={styles.points}>
        {points.map((point) => (
          <li key={point}>
            <Check size={16} strokeWidth={1.75} aria-hidden />
            {point}
          </li>
        ))}
      </ul>
    </div>
  )
}
