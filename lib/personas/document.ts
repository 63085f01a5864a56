import { z } from 'zod'
import { type PersonaContent, personaContent } from './persona'

/** A persona as a file. The number grows when old files can no longer be read as they are. */
export const personaDocument = z.strictObject({
  format: z.literal('vis-a-vis.persona', 'Not a file that a persona was exported to.'),
  version: z.literal(1, 'This app reads version 1.'),
  persona: personaContent,
})

export type PersonaDocument = z.infer<typeof personaDocument>

export const documentOf = (persona: PersonaContent): PersonaDocument => ({
  format: 'vis-a-vis.persona',
  version: 1,
  persona,
})

/** A name for the file: what of the persona's name every system takes. */
export function fileNameOf({ name }: Pick<PersonaContent, 'name'>): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-zA-Z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase()
  return `${plain || 'persona'}.persona.json`
}
