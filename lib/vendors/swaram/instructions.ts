import 'server-only'
import type { Persona } from '@/lib/personas/persona'

const manner = `What holds for this conversation in particular, whatever stands above:
- It is a telephone conversation: you are heard, not seen, and you see nobody. The other person cannot type.
- Speak Malayalam, in the everyday words of Kerala. Where you teach or quote another language, say the foreign words and go on in Malayalam.`

const goesOn =
  'The connection was lost for a moment and stands again. Do not greet: ask in one short sentence where you two were, and go on from there.'

const begins: Record<Persona['greeting']['kind'], (greeting: string) => string> = {
  said: (greeting) =>
    `Begin with this greeting, said in Malayalam, and with nothing else: ${greeting}`,
  improvised: () => 'Begin with a greeting of one short sentence, in Malayalam.',
  none: () => 'Do not greet. The other person speaks first.',
}

/**
 * Everything the persona is told. Whoever holds the token may be able to read it, since
 * `session.created` echoes the settings (reference A6): nothing secret belongs in it.
 */
export function instructionsFor(
  { greeting }: Pick<Persona, 'greeting'>,
  talk: { prompt: string; goesOn: boolean },
): string {
  const text = greeting.kind === 'said' ? greeting.text : ''
  return [talk.prompt, manner, talk.goesOn ? goesOn : begins[greeting.kind](text)].join('\n\n')
}

/** Whether it begins by itself. */
export const speaksFirst = ({ greeting }: Pick<Persona, 'greeting'>, goesOn: boolean) =>
  !goesOn && greeting.kind !== 'none'
