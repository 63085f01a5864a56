/** The six digits of a code, as it is typed or pasted (`424 242`); undefined while it is not complete. */
export const completeCode = (typed: string): string | undefined => {
  const isCode = /^\d{3}\s?\d{3}$/.test(typed.trim())
  return isCode ? typed.replace(/\s/g, '') : undefined
}
