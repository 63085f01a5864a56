'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { ButtonLink } from '@/components/ui/button-link'
import { failureWords } from '@/lib/http/call-api'
import { downloadPersona, removePersona } from '@/lib/personas/gallery-client'
import styles from './conflict.module.css'
import editor from './persona-editor.module.css'

/** In place of the editor, for what another version of the app has saved. */
export function UnreadablePersona({ id }: { id: string }) {
  const router = useRouter()
  const [failure, setFailure] = useState<string>()

  async function attempt(work: () => Promise<void>) {
    setFailure(undefined)
    await work().catch((error: unknown) => setFailure(failureWords(error)))
  }

  return (
    <>
      <div className={editor.head}>
        <h1>This persona cannot be read any more</h1>
        <p>
          It was saved by another version of this app. Export it to keep what was written, or delete
          it.
        </p>
      </div>
      <div className={styles.ways}>
        <Button onClick={() => void attempt(() => downloadPersona(id))}>Export</Button>
        <Button
          variant="danger"
          onClick={() =>
            void attempt(async () => {
              await removePersona(id)
              router.push('/personas')
            })
          }
        >
          Delete
        </Button>
        <ButtonLink href="/personas">All personas</ButtonLink>
      </div>
      {failure ? <Alert>{failure}</Alert> : null}
    </>
  )
}
