import { openPostgres } from '@/lib/db/open'
import { Problem } from '@/lib/http/problem'
import { reserveReply } from '../replies'

// A process of its own: `reply-many.ts <database url> <user id> <how many> <allowance> <at once>`
// asks for that many replies at once, and prints how many it may write.
const [url = '', userId = '', count = '0', allowance = '1', atOnce = '1'] = process.argv.slice(2)

const { db, close } = await openPostgres(url)
const outcomes = await Promise.allSettled(
  Array.from({ length: Number(count) }, () =>
    reserveReply(db, {
      user: { userId, isGuest: false },
      vendor: 'acme',
      persona: { id: 'mira', name: 'Mira' },
      context: 'default',
      config: { persona: 'preset', sent: {} },
      limits: {
        repliesPerHour: Number(allowance),
        repliesAtOnce: Number(atOnce),
        appRepliesPerDay: 100_000,
        guestRepliesPerDay: 100_000,
      },
    }),
  ),
)
await close()
const unexpected = outcomes.find(
  (outcome) => outcome.status === 'rejected' && !(outcome.reason instanceof Problem),
)
if (unexpected) throw new Error('A reservation failed', { cause: unexpected })
console.log(outcomes.filter(({ status }) => status === 'fulfilled').length)
