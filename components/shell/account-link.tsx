'use client'

import { ButtonLink } from '@/components/ui/button-link'
import styles from './account-menu.module.css'

/** To the account's page; closes the popover it is in, which outlives the page it was opened on. */
export function AccountLink() {
  return (
    <ButtonLink
      wide
      className={styles.link}
      href="/account"
      onClick={({ currentTarget }) => {
        const popover = currentTarget.closest('[popover]')
        if (popover instanceof HTMLElement) popover.hidePopover()
      }}
    >
      Account
    </ButtonLink>
  )
}
