import 'server-only'
import { env } from './env'

/** What the browser may know. Passed from the server layout at request time, so one build serves every environment. */
export interface PublicConfig {
  privyAppId: string
  privyApiUrl: string
  /** A word shown as a badge when any vendor is not the live one; undefined when all are. */
  badge: string | undefined
}

export function publicConfig(): PublicConfig {
  const { PRIVY_APP_ID = '', PRIVY_API_URL, VENDOR_LABELS } = env()
  const [label] = Object.values(VENDOR_LABELS)
  return {
    privyAppId: PRIVY_APP_ID,
    privyApiUrl: PRIVY_API_URL,
    badge: label && label[0]?.toUpperCase() + label.slice(1),
  }
}
