import type { OwnUsage } from '@/lib/ledger/usage'
import { plainDuration, plainNumber } from '@/lib/plain-numbers'
import { FreeAt } from './free-at'
import styles from './limits-list.module.css'

const whole = (value: number) => value.toLocaleString('en')

/** What may be used, and what is left of it, in numbers. */
export function LimitsList({ usage, now }: { usage: OwnUsage; now: Date }) {
  const { left, tokensPerHour, nextAt, open, openSessions, sessionSeconds, personas } = usage
  const { replies } = usage
  return (
    <dl className={styles.list}>
      <div>
        <dt>Conversations</dt>
        <dd>
          <LeftThisHour left={left} most={tokensPerHour} nextAt={nextAt} now={now} />
        </dd>
      </div>
      {replies ? (
        <div>
          <dt>Replies in chats</dt>
          <dd>
            <LeftThisHour {...replies} most={replies.perHour} now={now} />
          </dd>
        </div>
      ) : null}
      <div>
        <dt>Length</dt>
        <dd>Up to {plainDuration(sessionSeconds)} each.</dd>
      </div>
      <div>
        <dt>At the same time</dt>
        <dd>
          {openSessions === 1 ? 'One' : `At most ${plainNumber(openSessions)}`};{' '}
          {open === 0 ? 'none' : plainNumber(open)} {open > 1 ? 'are' : 'is'} open now.
        </dd>
      </div>
      <div>
        <dt>Personas</dt>
        <dd>
          {whole(personas.kept)} kept, of {whole(personas.most)} at most.
        </dd>
      </div>
    </dl>
  )
}

interface Left {
  left: number
  most: number
  nextAt: Date | null
  now: Date
}

function LeftThisHour({ left, most, nextAt, now }: Left) {
  return (
    <>
      {left === 0 ? 'None' : whole(left)} of {whole(most)} left this hour
      {nextAt ? (
        <>
          ; the next one is free <FreeAt at={nextAt.toISOString()}>{inMinutes(nextAt, now)}</FreeAt>
        </>
      ) : null}
      .
    </>
  )
}

/** The server does not know the visitor's clock: a distance is the same everywhere. */
function inMinutes(at: Date, now: Date): string {
  const minutes = Math.max(1, Math.ceil((at.getTime() - now.getTime()) / 60_000))
  return `in ${plainDuration(minutes * 60)}`
}
