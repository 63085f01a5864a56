import { exportAccount } from '@/lib/account/export-account'
import { db } from '@/lib/db/client'
import { emptyBody, route } from '@/lib/http/route'

/** Seconds: a long history is read page by page. */
export const maxDuration = 60

/** Everything kept about the caller, as one file. */
export const GET = route({ body: emptyBody }, async ({ identity }) => {
  const parts = exportAccount(await db(), identity)
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await parts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await parts.return(undefined)
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="vis-a-vis-account.json"',
    },
  })
})
