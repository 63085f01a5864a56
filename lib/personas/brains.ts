import 'server-only'
import { textVendors } from '@/lib/vendors/registry'

/** A service that can think for a persona: its answers are spoken by whoever lends the face. */
export interface Brain {
  /** As a persona names it. */
  id: string
  name: string
}

/** Every service that is set up here, the default first. */
export const brains = (): Brain[] => textVendors().map(({ id, name }) => ({ id, name }))
