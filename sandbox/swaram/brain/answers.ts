import { spokenDuration } from './malayalam-numbers'

/** Hello, I am a rehearsal of Swaram. Speak, I am listening. */
export const GREETING = 'നമസ്കാരം! ഞാൻ സ്വരത്തിന്റെ പരീക്ഷണ ശബ്ദമാണ്. പറഞ്ഞോളൂ, ഞാൻ കേൾക്കുന്നുണ്ട്.'

/** I am here. Say something. */
const NUDGED = 'ഞാൻ ഇവിടെയുണ്ട്. എന്തെങ്കിലും പറയൂ.'

/** Each says for how long it heard somebody, and that it does not know what was said. */
const HEARD: ((duration: string) => string)[] = [
  (duration) => `നിങ്ങൾ ${duration} സംസാരിച്ചു. ഞാൻ ഒരു പരീക്ഷണ ശബ്ദമാണ്, വാക്കുകൾ മനസ്സിലാകില്ല.`,
  (duration) => `${duration} ഞാൻ കേട്ടു. എന്താണ് പറഞ്ഞതെന്ന് അറിയില്ല, തുടർന്നോളൂ.`,
  (duration) => `${duration} നിങ്ങളുടെ ശബ്ദം കേട്ടു. അർത്ഥം അറിയില്ല, എങ്കിലും ശ്രദ്ധിക്കുന്നു.`,
]

/** The text of what the visitor said: nothing here understands speech, and the transcript says so. */
export const transcriptOf = (seconds: number) => `(${spokenDuration(seconds)} സംസാരം)`

/** The answer to the visitor's turn; turns are counted from 1. */
export function answerTo(turn: number, seconds: number): string {
  const answer = HEARD[(turn - 1) % HEARD.length]
  return answer ? answer(spokenDuration(seconds)) : NUDGED
}

/** What is said when a reply is asked for and nobody has said anything. */
export const unasked = (hasSpoken: boolean) => (hasSpoken ? NUDGED : GREETING)

const LONGEST_RESULT = 80

/** What is said once a tool has answered: its result as it came, since nothing here understands it. */
export function afterTool(output: string): string {
  const result: unknown = JSON.parse(output)
  const failed = typeof result === 'object' && result !== null && 'error' in result
  if (failed) return 'ആ ഉപകരണം പ്രവർത്തിച്ചില്ല. നമുക്ക് അതില്ലാതെ തുടരാം.'
  const text = typeof result === 'string' ? result : output
  return `ഉപകരണം മറുപടി തന്നു: ${[...text].slice(0, LONGEST_RESULT).join('')}`
}
