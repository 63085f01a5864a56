import { databaseAnswers } from '@/lib/db/answers'
import { publicRoute } from '@/lib/http/route'
import { vendorStatus } from '@/lib/vendors/registry'

export const GET = publicRoute(async ({ timing }) => {
  const up = await timing.measure('database', databaseAnswers)
  return Response.json(
    { status: up ? 'ok' : 'unavailable', database: up ? 'ok' : 'away', vendors: vendorStatus() },
    { status: up ? 200 : 503, headers: up ? {} : { 'Retry-After': '10' } },
  )
})
