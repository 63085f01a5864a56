import styles from './delete-account.module.css'

/** What goes, what stays for a day, and why. */
export function WhatIsDeleted({ deletesSignIn }: { deletesSignIn: boolean }) {
  return (
    <div className={styles.facts}>
      <p>This goes at once and cannot be brought back:</p>
      <ul>
        <li>your profile and your default persona,</li>
        <li>all your personas, with their drafts,</li>
        <li>every transcript, rating and comment of your conversations,</li>
        {deletesSignIn ? <li>your sign-in at Privy.</li> : null}
      </ul>
      <p>A conversation that is open anywhere ends.</p>
      <p>
        When you talked in the last 24 hours stays for a day, without anything that was said,
        because limits are counted in it. Then it goes, too.
      </p>
      {deletesSignIn ? null : (
        <p>
          Your sign-in at Privy stays: this server has no key to delete it. If you sign in again,
          you begin with nothing.
        </p>
      )}
    </div>
  )
}
