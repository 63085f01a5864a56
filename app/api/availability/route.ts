import { emptyBody, route } from '@/lib/http/route'
import { faceAvailability } from '@/lib/vendors/registry'

export const GET = route({ body: emptyBody }, async ({ timing }) =>
  Response.json(await timing.measure('vendor', faceAvailability)),
)
