import 'server-only'
import { eq } from 'drizzle-orm'
import type { Db } from '@/lib/db/open'
import { users } from '@/lib/db/schema'
import { type Asker, rememberUser } from '@/lib/db/users'
import { emptyProfile, type Profile, profile } from './profile'

/** What is kept about a person besides their personas. */
export interface Owner {
  profile: Profile
  /** May name a persona that is gone. */
  defaultPersonaId: string | null
}

/** Somebody who told nothing yet has an empty profile. */
export async function readOwner(db: Db, userId: string): Promise<Owner> {
  const [row] = await db
    .select({ profile: users.profile, defaultPersonaId: users.defaultPersonaId })
    .from(users)
    .where(eq(users.id, userId))
  // What an older version of the app kept, and this one cannot read, counts as nothing.
  const known = profile.safeParse(row?.profile)
  return {
    profile: known.success ? known.data : emptyProfile,
    defaultPersonaId: row?.defaultPersonaId ?? null,
  }
}

/** Replaces the profile of this person. */
export async function saveProfile(db: Db, user: Asker, profile: Profile): Promise<void> {
  await keep(db, user, { profile })
}

/** The caller has made sure that this person may talk to that persona. */
export async function saveDefaultPersona(
  db: Db,
  user: Asker,
  defaultPersonaId: string,
): Promise<void> {
  await keep(db, user, { defaultPersonaId })
}

async function keep(
  db: Db,
  user: Asker,
  change: { profile: Profile } | { defaultPersonaId: string },
) {
  // Together: an account that is deleted in between must not keep what it told.
  await db.transaction(async (tx) => {
    await rememberUser(tx, user, new Date())
    await tx.update(users).set(change).where(eq(users.id, user.userId))
  })
}
