import { longest, type Persona, type PersonaContent } from './persona'

/** A persona's content under a name that tells it from the original. */
export function copyOf({ id: _, isPreset, ...content }: Persona): PersonaContent {
  // A preset that becomes one's own keeps its name: the preset is not among one's own.
  if (isPreset) return content
  const ending = ' (copy)'
  // Without the half of a character that the cut may have left: Postgres refuses it.
  const name = content.name.slice(0, longest.name - ending.length).replace(/[\ud800-\udbff]$/, '')
  return { ...content, name: `${name}${ending}` }
}
