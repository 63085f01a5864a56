import type { Identity } from './identity'

export interface AccessPolicy {
  /** Lower case. Empty lists let everybody in. */
  emails: readonly string[]
  domains: readonly string[]
}

/** Whether a verified person may use this app. `access: "blocked"` in Privy's custom metadata bars one. */
export function isAllowed(identity: Identity, { emails, domains }: AccessPolicy): boolean {
  if (identity.metadata.access === 'blocked') return false
  if (emails.length === 0 && domains.length === 0) return true
  const { email } = identity
  if (!email) return false
  const domain = email.slice(email.lastIndexOf('@') + 1)
  return emails.includes(email) || domains.includes(domain)
}
