/**
 * Text that somebody wrote, for the inside of a prompt: one line of JSON in which no tag can be
 * opened or closed, so that it stays what it is, a quotation.
 */
const quote = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('>', '\\u003e')

/** A block of quoted facts under a name, told apart from instructions by the words around it. */
export function quotedBlock(name: string, facts: Record<string, unknown>): string {
  const known = Object.entries(facts).filter(([, value]) => value !== undefined && value !== '')
  if (known.length === 0) return ''
  const lines = known.map(([key, value]) => `${key}: ${quote(value)}`)
  return `<${name}>\n${lines.join('\n')}\n</${name}>`
}
