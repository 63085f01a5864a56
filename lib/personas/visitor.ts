import type { Profile } from './profile'

/** The person who talks, as far as a persona may know. */
export interface Visitor {
  profile: Profile
  /** As Privy verified it; whether a persona learns it the profile says. */
  email: string | undefined
}
