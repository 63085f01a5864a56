import 'server-only'
import { env } from '@/lib/env'
import { Problem } from '@/lib/http/problem'
import { anam } from './anam/vendor'
import type { Availability, Catalogue, Vendor } from './vendor'

/** One line per vendor. Whoever does not want a vendor deletes its folder and its line. */
const vendors: readonly Vendor[] = [anam]

export const findVendor = (id: string) => vendors.find((vendor) => vendor.id === id)

/** `off` without a key, else the word that the environment gives it, else `live`. */
function status({ id, configured }: Vendor): string {
  return configured() ? (env().VENDOR_LABELS[id] ?? 'live') : 'off'
}

/** The state of each vendor by its id, for the health answer. */
export const vendorStatus = (): Record<string, string> =>
  Object.fromEntries(vendors.map((vendor) => [vendor.id, status(vendor)]))

/** What a page tells about each vendor. */
export const vendorCards = () =>
  vendors.map((vendor) => ({
    id: vendor.id,
    name: vendor.name,
    medium: vendor.medium,
    status: status(vendor),
  }))

/** Origins for `connect-src`, of every vendor that has a key. */
export const connectSources = () =>
  vendors.filter((vendor) => vendor.configured()).flatMap((vendor) => vendor.connectSources())

/**
 * Whether a conversation face to face could begin now. Throws `vendor_not_configured` without a
 * vendor of faces, and the vendor's `Problem` when it could not be asked.
 */
export async function faceAvailability(): Promise<Availability> {
  const vendor = vendors.find(({ medium, configured }) => medium === 'face' && configured())
  if (!vendor) throw new Problem('vendor_not_configured')
  return (await vendor.availability?.()) ?? { canStart: true }
}

/** The catalogue personas are cast from; undefined when no vendor with faces has a key. */
export async function faceCatalogue(): Promise<Catalogue | undefined> {
  return vendors.find((vendor) => vendor.catalogue && vendor.configured())?.catalogue?.()
}
