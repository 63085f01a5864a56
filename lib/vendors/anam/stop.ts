import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import type { StoppableSession } from '../vendor'
import { type AnamApi, anamApi } from './api'
import type { VendorSession } from './schema'

type Sessions = Pick<AnamApi, 'getSession' | 'listSessions' | 'stopSession'>

/**
 * Waits before looking again, in ms. A browser that left while connecting may have a start under
 * way that Anam lists only a moment later.
 */
const secondLooks = [0, 2_000, 5_000]

/** Ends what runs at Anam for our session: found by our id, which Anam keeps as `clientLabel`. */
export async function stopSession(
  session: StoppableSession,
  api: Sessions = anamApi(),
  looks: readonly number[] = secondLooks,
): Promise<'stopped' | 'nothing'> {
  for (const wait of looks) {
    if (wait) await sleep(wait)
    const found = await find(api, session)
    if (found?.endTime) return 'nothing'
    if (found) {
      await api.stopSession(found.id)
      return 'stopped'
    }
  }
  return 'nothing'
}

async function find(api: Sessions, session: StoppableSession): Promise<VendorSession | undefined> {
  // The id came from a browser: it might name somebody else's session. Only the label proves it.
  const claimed = z.uuid().safeParse(session.vendorSessionId)
  const named = claimed.success ? await api.getSession(claimed.data) : undefined
  if (named?.clientLabel === session.id) return named
  const first = await api.listSessions(1)
  const own = byLabel(first.data, session.id)
  const last = first.meta?.lastPage ?? 1
  if (own || last < 2) return own
  // The order of the list is not documented: a session of this moment is on its first or last page.
  return byLabel((await api.listSessions(last)).data, session.id)
}

/** A start that was repeated after a lost answer can leave two: the one that still runs counts. */
function byLabel(sessions: VendorSession[], label: string): VendorSession | undefined {
  const own = sessions.filter((session) => session.clientLabel === label)
  return own.find((session) => !session.endTime) ?? own[0]
}
