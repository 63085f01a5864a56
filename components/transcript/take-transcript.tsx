'use client'

import { Download } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { CopyButton } from '@/components/ui/copy-button'
import { isAtRest } from '@/lib/conversation/state'
import { transcriptFileName, transcriptText } from '@/lib/conversation/transcript-text'
import { saveAs } from '@/lib/save-as'
import { useConversation } from '../stage/conversation-context'

/** The whole transcript as text, to paste or to keep. Written at the press: words render nothing here. */
export function TakeTranscript() {
  const { conversation, persona } = useConversation()
  const { turns, startedAt } = conversation.transcript
  const isEmpty = useSyncExternalStore(
    turns.subscribe,
    () => turns.get().length === 0,
    () => true,
  )
  if (isEmpty) return null

  const facts = () => ({
    name: persona.name,
    startedAt: new Date(startedAt()),
    isOver: isAtRest(conversation.state.get()),
  })
  const text = () => transcriptText(turns.get(), facts())
  return (
    <>
      <CopyButton label="Copy transcript" text={text} />
      <Button
        size="icon"
        variant="plain"
        aria-label="Download transcript"
        onClick={() => saveAs(transcriptFileName(facts()), text())}
      >
        <Download size={20} strokeWidth={1.75} aria-hidden />
      </Button>
    </>
  )
}
