import { Alert } from '@/components/ui/alert'
import type { IdentityOutcome } from '@/lib/account/identity-outcome'
import styles from './farewell.module.css'

const words: Record<IdentityOutcome, string> = {
  deleted: 'Your account is deleted, and you are signed out.',
  kept: 'Your account here is deleted, and you are signed out. Your sign-in at Privy stays; if you sign in again, you begin with nothing.',
  failed:
    'Your account here is deleted, and you are signed out. Your sign-in at Privy could not be deleted; ask whoever runs this server to do it.',
}

/** The last word to somebody who has deleted their account, on the page that everybody may see. */
export function Farewell({ outcome }: { outcome: IdentityOutcome }) {
  return (
    <div className={styles.place}>
      <Alert kind={outcome === 'failed' ? 'warn' : 'ok'}>{words[outcome]}</Alert>
    </div>
  )
}
