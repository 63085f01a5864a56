/** Two letters for an email: of its first two words, or the first two of its only one. */
export function initials(email: string): string {
  const [local = ''] = email.split('@')
  const [first = '', second] = local.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  const letters = second ? [...first].slice(0, 1).concat([...second].slice(0, 1)) : [...first]
  return letters.slice(0, 2).join('').toUpperCase()
}
