import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PersonaEditor } from '@/components/persona/editor/persona-editor'
import { UnreadablePersona } from '@/components/persona/editor/unreadable-persona'
import styles from '@/components/persona/persona-page.module.css'
import { pageIdentity } from '@/lib/auth/page-identity'
import { editorCast } from '@/lib/catalogue/editor-cast'
import { firstPages } from '@/lib/catalogue/first-pages'
import { db } from '@/lib/db/client'
import { Problem } from '@/lib/http/problem'
import { limitsFor } from '@/lib/ledger/limits-for'
import { readPersona } from '@/lib/personas/editing'
import { workingCopy } from '@/lib/personas/editor/working-copy'
import { readOwner } from '@/lib/personas/owner'
import { Unreadable } from '@/lib/personas/stored'

export const metadata: Metadata = { title: 'Edit persona' }

/** A persona of one's own, as it is being written. */
export default async function PersonaPage({ params }: PageProps<'/personas/[id]'>) {
  const visitor = await pageIdentity()
  // The layout says what is the matter, and shows it in place of this page.
  if (visitor.status !== 'signed-in') return null
  const { identity } = visitor
  const { id } = await params
  const open = await db()
  const [persona, owner] = await Promise.all([
    readPersona(open, { id, userId: identity.userId }).catch((error: unknown) => {
      if (error instanceof Unreadable) return undefined
      // Somebody else's is as missing as one that never was.
      if (error instanceof Problem && error.code === 'not_found') notFound()
      throw error
    }),
    readOwner(open, identity.userId),
  ])
  if (!persona) {
    return (
      <main id="main" className={styles.page}>
        <UnreadablePersona id={id} />
      </main>
    )
  }
  const begin = workingCopy(persona.content, persona.draft)
  const [pages, cast] = await Promise.all([firstPages(), editorCast(begin, owner.profile)])
  return (
    <main id="main" className={styles.page}>
      <PersonaEditor
        // After another tab's version was taken, nothing of this one's state stays.
        key={id}
        initial={{ id, version: persona.version, saved: persona.content }}
        begin={begin}
        pages={pages}
        {...cast}
        mostSeconds={limitsFor(identity).sessionSeconds}
      />
    </main>
  )
}
