import 'server-only'
import { eq } from 'drizzle-orm'
import type { Tx } from '@/lib/db/open'
import { messages } from '@/lib/db/schema'

export interface TranscriptMessage {
  role: 'user' | 'persona' | 'tool'
  content: string
  /** Milliseconds since the conversation began. */
  at: number
  interrupted?: boolean | undefined
}

/** Saves what was said, unless a transcript of this session is there already: the first one stays. */
export async function saveTranscript(tx: Tx, sessionId: string, said: TranscriptMessage[]) {
  if (said.length === 0) return
  const [saved] = await tx
    .select({ seq: messages.seq })
    .from(messages)
    .where(eq(messages.sessionId, sessionId))
    .limit(1)
  if (saved) return
  await tx.insert(messages).values(said.map((message, seq) => ({ sessionId, seq, ...message })))
}

/** Saves what was said so far in place of what is there. Nothing at all takes nothing away. */
export async function replaceTranscript(tx: Tx, sessionId: string, said: TranscriptMessage[]) {
  if (said.length === 0) return
  await tx.delete(messages).where(eq(messages.sessionId, sessionId))
  await saveTranscript(tx, sessionId, said)
}
