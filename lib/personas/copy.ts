import { longest, type Persona, type PersonaContent } from './persona'

/** A persona's content, and whether it needs a name that tells it from the original. */
export function copyOf({ id: _, isPreset, ...content }: Persona): {
  content: PersonaContent
  naming: Naming
} {
  // A preset that becomes one's own keeps its name: the preset is not among one's own.
  return { content, naming: isPreset ? 'free' : 'copy' }
}

/** `free`: another name only where this one is taken. `copy`: another one in any case. */
export type Naming = 'free' | 'copy'

const ending = (number: number) => (number === 1 ? ' (copy)' : ` (copy ${number})`)
const anyEnding = / \(copy(?: [1-9]\d*)?\)$/

/** Without the half of a character that a cut may leave: Postgres refuses it. */
const cut = (text: string, length: number) => text.slice(0, length).replace(/[\ud800-\udbff]$/, '')

/** The beginning that every name has that could be in the way: whoever looks for those needs no others. */
export const stemOf = (name: string) => cut(name.replace(anyEnding, ''), 40)

/** "Mira", "Mira (copy)", "Mira (copy 2)": the first of them that nobody has yet. */
export function freeName(name: string, naming: Naming, taken: ReadonlySet<string>): string {
  if (naming === 'free' && !taken.has(name)) return name
  const base = name.replace(anyEnding, '')
  for (let number = 1; ; number += 1) {
    const end = ending(number)
    const next = `${cut(base, longest.name - end.length)}${end}`
    if (!taken.has(next)) return next
  }
}
