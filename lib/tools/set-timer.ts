import { z } from 'zod'
import { plainDuration, plainNumber } from '@/lib/plain-numbers'
import { shortText } from './short-text'
import { defineTool } from './tool'

const mostTimers = 3
const mostSeconds = 3_600

interface Wanted {
  minutes?: number | undefined
  seconds?: number | undefined
  label?: string | undefined
}

const total = ({ minutes = 0, seconds = 0 }: Wanted) => 60 * minutes + seconds

const named = (wanted: Wanted) =>
  wanted.label ? `${wanted.label}, ${plainDuration(total(wanted))}` : plainDuration(total(wanted))

export const setTimer = defineTool({
  name: 'set_timer',
  label: 'Set a timer',
  about: 'Counts down and rings. The visitor is asked first.',
  description:
    'Sets a timer that the visitor sees counting down and hears ringing. The visitor is asked first. Give minutes, seconds or both, one hour at most. When it is over you are told.',
  input: z
    .strictObject({
      minutes: z.int().min(0).max(60).optional(),
      seconds: z.int().min(0).max(mostSeconds).optional(),
      label: shortText(40).optional().describe('What it is for, in one or two words.'),
    })
    .refine((wanted) => total(wanted) >= 1 && total(wanted) <= mostSeconds, {
      error: 'From one second to one hour.',
    }),
  detail: named,
  obstacle(wanted, host) {
    if (host.timers() >= mostTimers) {
      return `There are ${plainNumber(mostTimers)} timers on the screen already. One has to be closed first.`
    }
    if (total(wanted) > host.secondsLeft()) {
      return 'The conversation itself ends before such a timer would be over.'
    }
  },
  question: (wanted) => ({
    words: (name) => `${name} would like to set a timer: ${named(wanted)}.`,
    yes: 'Allow',
    no: 'Not now',
  }),
  waitSeconds: 60,
  run(wanted, host) {
    const { label = 'Timer' } = wanted
    const over = `The timer that you set is over (${named(wanted)}). The page has rung and shows it. Mention it when you speak next.`
    host.startTimer({ label, seconds: total(wanted), over })
    return { result: `The timer runs: ${named(wanted)}.` }
  },
})
