import { openPostgres } from '@/lib/db/open'
import { Problem } from '@/lib/http/problem'
import { reserve } from '../reserve'

// A process of its own: `reserve-many.ts <database url> <user id> <how many> <allowance> [<session
// id>]` tries to reserve that often at once, or to continue that session in its only place, and
// prints how often it succeeded.
const [url = '', userId = '', count = '0', allowance = '1', continues] = process.argv.slice(2)

const { db, close } = await openPostgres(url)
const outcomes = await Promise.allSettled(
  Array.from({ length: Number(count) }, () =>
    reserve(db, {
      user: { userId, isGuest: false },
      vendor: 'acme',
      persona: { id: 'mira', name: 'Mira' },
      limits: {
        tokensPerHour: Number(allowance),
        openSessions: continues ? 1 : 1_000,
        sessionSeconds: 600,
        appSessionsPerDay: 100_000,
        guestSessionsPerDay: 100_000,
      },
      replaces: { continues },
    }),
  ),
)
await close()
const unexpected = outcomes.find(
  (outcome) => outcome.status === 'rejected' && !(outcome.reason instanceof Problem),
)
if (unexpected) throw new Error('A reservation failed', { cause: unexpected })
console.log(outcomes.filter(({ status }) => status === 'fulfilled').length)
