import { UserRound } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { ButtonLink } from '@/components/ui/button-link'
import { AccountLink } from './account-link'
import styles from './account-menu.module.css'
import { initials } from './initials'

export interface AccountMenuProps {
  /** Undefined for a guest. */
  email: string | undefined
  /** The sign-out button. */
  children: ReactNode
}

/** Who is signed in, and the way out. The browser's own popover: no script, closed by Escape or a click beside it. */
export function AccountMenu({ email, children }: AccountMenuProps) {
  const id = useId()
  const short = email && initials(email)
  return (
    <>
      <button
        type="button"
        className={styles.me}
        popoverTarget={id}
        aria-label={short ? `${short}, your account` : 'Guest, your account'}
      >
        <span className={styles.disc} aria-hidden>
          {short ?? <UserRound size={16} strokeWidth={1.75} />}
        </span>
      </button>
      <section id={id} popover="auto" className={styles.popup} aria-label="Your account">
        <p className={styles.title}>{email ? 'Signed in as' : 'Guest'}</p>
        <p className={styles.who}>
          {email ?? 'You gave no email. When you sign out, this guest is gone.'}
        </p>
        {email ? null : (
          <ButtonLink wide className={styles.link} href="/sign-in?next=/account">
            Sign in with email
          </ButtonLink>
        )}
        <AccountLink />
        {children}
      </section>
    </>
  )
}
