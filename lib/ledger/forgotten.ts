import 'server-only'
import { ne } from 'drizzle-orm'
import { sessions } from '@/lib/db/schema'

/** No preset and no persona of anybody has this id. */
const nobody = 'deleted'

/**
 * What becomes of a session's row when its account is deleted while it still counts in a limit:
 * when it was, and nothing of what was said.
 */
export const forgottenContent = {
  personaId: nobody,
  personaName: nobody,
  context: 'default',
  config: null,
  configHash: null,
  rating: null,
  comment: null,
  vendorSessionId: null,
  firstFrameMs: null,
  continues: null,
} as const satisfies Partial<typeof sessions.$inferInsert>

/** For everything that reads or writes one's sessions: a page left open must not fill such a row again. */
export const isRemembered = () => ne(sessions.personaId, nobody)

/** The same of a row that was read. */
export const isForgotten = ({ personaId }: { personaId: string }) => personaId === nobody
