import type { Deadlines } from './deadlines'
import type { SessionSettings } from './session-settings'

export interface LimitedSession {
  settings: Pick<SessionSettings, 'maxSeconds' | 'silenceBeforeEndSeconds'>
  /** How long before the end a warning comes. */
  warningMs: number
  deadlines: Deadlines
  now(): number
  /** When either side was last heard, in ms since the epoch. */
  lastHeardAt(): number
  warn(text: string): void
  end(reason: string): void
}

/** Ends a session, from now on, when it grows too long or too silent. */
export function watchLimits(session: LimitedSession) {
  const { settings, warningMs, deadlines, now, lastHeardAt, warn, end } = session
  if (settings.maxSeconds !== undefined) {
    const maxMs = settings.maxSeconds * 1000
    const warnAt = Math.max(0, maxMs - warningMs)
    const left = Math.round((maxMs - warnAt) / 1000)
    deadlines.set('warn', warnAt, () => warn(`Session will end in ${left} seconds`))
    deadlines.set('length', maxMs, () => end('Maximum session length reached'))
  }
  const silenceMs = settings.silenceBeforeEndSeconds * 1000
  const watchSilence = () => {
    const left = lastHeardAt() + silenceMs - now()
    if (left <= 0) return end('Session ended due to silence')
    deadlines.set('silence', Math.max(left, 50), watchSilence)
  }
  if (silenceMs > 0) watchSilence()
}
