'use client'

import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { callApi, failureWords } from '@/lib/http/call-api'
import { saveAs } from '@/lib/save-as'
import styles from './account.module.css'

type Said = { kind: 'ok' | 'bad' | 'plain'; words: string }

/** Everything that is kept, as a file. By a request of ours, so that an expired identity is renewed. */
export function ExportData() {
  const [isBusy, setBusy] = useState(false)
  const [said, setSaid] = useState<Said>({ kind: 'plain', words: '' })

  async function download() {
    if (isBusy) return
    setBusy(true)
    setSaid({ kind: 'plain', words: 'Collecting your data' })
    try {
      const response = await callApi('/api/account/export', 'GET')
      saveAs('vis-a-vis-account.json', await response.blob())
      setSaid({ kind: 'ok', words: 'Your data is in your downloads.' })
    } catch (error) {
      setSaid({ kind: 'bad', words: failureWords(error) })
    }
    setBusy(false)
  }

  return (
    <div className={styles.actions}>
      <Button onClick={download} aria-disabled={isBusy}>
        <Download size={16} strokeWidth={1.75} aria-hidden />
        Export my data
      </Button>
      <p className={styles.said} role="status" data-kind={said.kind}>
        {said.words}
      </p>
    </div>
  )
}
