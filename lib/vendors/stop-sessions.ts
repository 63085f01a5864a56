import 'server-only'
import { describeError, log } from '@/lib/http/log'
import { findVendor } from './registry'
import type { StoppableSession } from './vendor'

/**
 * Ends sessions at their vendors, after a response. Never rejects: what could not be stopped is
 * logged, and the vendor's own session length ends it.
 */
export async function stopSessions(sessions: (StoppableSession & { vendor: string })[]) {
  await Promise.all(
    sessions.map(async (session) => {
      const vendor = findVendor(session.vendor)
      if (!vendor?.stopSession || !vendor.configured()) return
      try {
        const outcome = await vendor.stopSession(session)
        log('info', 'vendor_stop', { vendor: vendor.id, session: session.id, outcome })
      } catch (error) {
        log('error', 'vendor_stop', {
          vendor: vendor.id,
          session: session.id,
          ...describeError(error),
        })
      }
    }),
  )
}
