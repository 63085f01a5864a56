import type { Metadata } from 'next'
import Link from 'next/link'
import styles from '@/components/account/account.module.css'
import { DefaultPersona } from '@/components/account/default-persona'
import { DeleteAccount } from '@/components/account/delete-account'
import { ExportData } from '@/components/account/export-data'
import { GuestSection, signInToAccount } from '@/components/account/guest-section'
import { LimitsList } from '@/components/account/limits-list'
import { ProfileForm } from '@/components/account/profile-form'
import { Section } from '@/components/account/section'
import { SignOutButton } from '@/components/auth/sign-out-button'
import { choosablePersonas } from '@/lib/account/choosable-personas'
import { pageIdentity } from '@/lib/auth/page-identity'
import { firstPages } from '@/lib/catalogue/first-pages'
import { db } from '@/lib/db/client'
import { env } from '@/lib/env'
import { limitsFor, replyLimitsFor } from '@/lib/ledger/limits-for'
import { ownUsage } from '@/lib/ledger/usage'
import { makerOf } from '@/lib/personas/most-personas'
import { readOwner } from '@/lib/personas/owner'
import { textVendors } from '@/lib/vendors/registry'

export const metadata: Metadata = { title: 'Account' }

/** What is kept about somebody, what they may use, and the ways out. */
export default async function AccountPage() {
  const visitor = await pageIdentity()
  // The layout says what is the matter, and shows it in place of this page.
  if (visitor.status !== 'signed-in') return null
  const { identity } = visitor
  const { userId, isGuest, email } = identity
  const now = new Date()
  const open = await db()
  const owner = await readOwner(open, userId)
  const { repliesPerHour } = replyLimitsFor(identity)
  const limits = {
    ...limitsFor(identity),
    ...makerOf(identity),
    ...(textVendors().length > 0 && { repliesPerHour }),
  }
  const [personas, usage, pages] = await Promise.all([
    choosablePersonas(open, userId, owner),
    ownUsage(open, userId, limits, now),
    firstPages(),
  ])
  return (
    <main id="main" className={styles.page}>
      <div className={styles.head}>
        <h1>Account</h1>
        <p>{email ? `Signed in as ${email}` : 'You are here as a guest'}</p>
      </div>
      {isGuest ? <GuestSection /> : null}
      <Section
        title="Profile"
        about="What personas are told about you when a conversation begins. What you leave empty they are not told."
      >
        <ProfileForm profile={owner.profile} email={email} firstPages={pages} />
      </Section>
      <Section title="Default persona" about="Who is there when you come to talk.">
        <DefaultPersona {...personas} />
      </Section>
      <Section title="Limits" about="What you may use, and what is left of it now.">
        <LimitsList usage={usage} now={now} />
        {isGuest ? (
          <p className={styles.more}>
            <Link href={signInToAccount}>Sign in with email</Link> to have more.
          </p>
        ) : null}
      </Section>
      <Section
        title="Your data"
        about="Everything kept about you in one file: profile, personas, conversations with their transcripts."
      >
        <ExportData />
      </Section>
      <Section
        title="Sign out"
        about={
          isGuest
            ? 'A guest has no way back: when you sign out, your personas and conversations cannot be reached any more. Sign in with email to keep them, or delete your account to have nothing left behind.'
            : 'What is kept stays, and is there when you sign in again.'
        }
      >
        <SignOutButton />
      </Section>
      <Section
        title="Delete account"
        about="Removes you and everything kept about you. It cannot be undone."
      >
        <DeleteAccount deletesSignIn={env().PRIVY_APP_SECRET !== undefined} />
      </Section>
    </main>
  )
}
