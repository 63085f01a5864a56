import { AppWindow, RadioTower, Server } from 'lucide-react'
import type { ReactNode } from 'react'
import { clock } from '@/lib/plain-numbers'
import { Band } from './band'
import styles from './steps.module.css'

export interface StepsProps {
  /** A persona's id, for the sample request. */
  personaId: string
  /** How long a conversation of somebody who is signed in may last. */
  sessionSeconds: number
}

/** How the browser gets in without ever holding a key. */
export function Steps({ personaId, sessionSeconds }: StepsProps) {
  return (
    <Band
      title="The key stays on the server"
      lead="The browser gets a short-lived token, and only after the server knows who asks and how much they may still use."
    >
      <ol className={styles.steps}>
        <Step
          icon={<AppWindow size={20} strokeWidth={1.75} aria-hidden />}
          where="Browser"
          number={1}
          title="Your browser asks"
          first="POST /api/session-token"
          rest={`cookie: privy-id-token=eyJhbGciOi…\n{ "personaId": "${personaId}" }`}
        >
          It sends who you are and which persona you want. It has no key to send, and none to lose.
        </Step>
        <Step
          icon={<Server size={20} strokeWidth={1.75} aria-hidden />}
          where="Server"
          number={2}
          title="Our server decides"
          first="200"
          rest={`  cache-control: no-store\n{ "sessionToken": "eyJhbGciOi…",\n  "maxSessionSeconds": ${sessionSeconds}, … }`}
        >
          It verifies your identity, counts what you have used, and asks the vendor for a token
          bound to that one persona.
        </Step>
        <Step
          icon={<RadioTower size={20} strokeWidth={1.75} aria-hidden />}
          where="Vendor"
          number={3}
          title="You talk directly"
          first="WebRTC"
          rest={`  connected\nvideo, voice, captions\nends by ${clock(sessionSeconds)}`}
        >
          Video and voice run between you and the vendor. The token works once and soon expires. The
          server ends the session on time.
        </Step>
      </ol>
    </Band>
  )
}

interface StepProps {
  icon: ReactNode
  where: string
  number: number
  title: string
  first: string
  rest: string
  children: ReactNode
}

function Step({ icon, where, number, title, first, rest, children }: StepProps) {
  return (
    <li className={styles.step}>
      <p className={styles.where}>
        {icon}
        {where}
        <span className={styles.number}>{number}</span>
      </p>
      <h3 className={styles.title}>{title}</h3>
      <p className={styles.text}>{children}</p>
      <pre className={styles.wire}>
        <b>{first}</b>
        {/^\s/.test(rest) ? rest : `\n${rest}`}
      </pre>
    </li>
  )
}
