import type { Metadata } from 'next'
import { PersonaEditor } from '@/components/persona/editor/persona-editor'
import styles from '@/components/persona/persona-page.module.css'
import { pageIdentity } from '@/lib/auth/page-identity'
import { editorCast } from '@/lib/catalogue/editor-cast'
import { firstPages } from '@/lib/catalogue/first-pages'
import { db } from '@/lib/db/client'
import { limitsFor } from '@/lib/ledger/limits-for'
import { blankContent } from '@/lib/personas/blank'
import { readOwner } from '@/lib/personas/owner'

export const metadata: Metadata = { title: 'New persona' }

/** A persona that does not exist yet. */
export default async function NewPersonaPage() {
  const visitor = await pageIdentity()
  // The layout says what is the matter, and shows it in place of this page.
  if (visitor.status !== 'signed-in') return null
  const { identity } = visitor
  const owner = await readOwner(await db(), identity.userId)
  const [pages, cast] = await Promise.all([firstPages(), editorCast(blankContent, owner.profile)])
  return (
    <main id="main" className={styles.page}>
      <PersonaEditor
        initial={undefined}
        begin={blankContent}
        pages={pages}
        {...cast}
        mostSeconds={limitsFor(identity).sessionSeconds}
      />
    </main>
  )
}
