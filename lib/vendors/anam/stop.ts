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
    const own = await find(api, session)
    if (own.length === 0) continue
    const running = own.filter(({ endTime }) => !endTime)
    await Promise.all(running.map(({ id }) => api.stopSession(id)))
    return running.length > 0 ? 'stopped' : 'nothing'
  }
  return 'nothing'
}

/** All that Anam has under our label: a start that was repeated after a lost answer leaves two. */
async function find(api: Sessions, session: StoppableSession): Promise<VendorSession[]> {
  const isOwn = ({ clientLabel }: VendorSession) => clientLabel === session.id
  // The id came from a browser: it might name somebody else's session. Only the label proves it.
  const claimed = z.uuid().safeParse(session.vendorSessionId)
  const named = claimed.success ? await api.getSession(claimed.data) : undefined
  const first = await api.listSessions(1)
  const listed = first.data.filter(isOwn)
  const last = first.meta?.lastPage ?? 1
  // The order of the list is not documented: a session of this moment is on its first or last page.
  if (listed.length === 0 && last > 1) {
    listed.push(...(await api.listSessions(last)).data.filter(isOwn))
  }
  const isListed = listed.some(({ id }) => id === named?.id)
  return named && isOwn(named) && !isListed ? [named, ...listed] : listed
}
