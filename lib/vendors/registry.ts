import 'server-only'
import { type MediumOffer, mediums } from '@/lib/conversation/mediums'
import { env } from '@/lib/env'
import { Problem } from '@/lib/http/problem'
import { anam } from './anam/vendor'
import { animus } from './animus/vendor'
import { anuma } from './anuma/vendor'
import { swaram } from './swaram/vendor'
import type { Availability, Catalogue, FaceVendor, TextVendor, Vendor, VoiceVendor } from './vendor'

/** One line per vendor. Whoever does not want a vendor deletes its folders, its route and its line. */
// biome-ignore format: a line each
const vendors: readonly Vendor[] = [
  anam,
  swaram,
  anuma,
  animus,
]

export const findVendor = (id: string) => vendors.find((vendor) => vendor.id === id)

/** What each vendor reads of the environment. */
export const vendorEnvironments = vendors.map(({ environment }) => environment)

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
    keyName: vendor.keyName,
  }))

/** Origins for `connect-src`, of every vendor that has a key. */
export const connectSources = () =>
  vendors.filter((vendor) => vendor.configured()).flatMap((vendor) => vendor.connectSources())

/** The ways to be with a persona, with who carries them here and what is missing for the rest. */
export function mediumOffers(): MediumOffer[] {
  return mediums.flatMap((medium) => {
    const own = vendors.filter((vendor) => vendor.medium === (medium === 'chat' ? 'text' : medium))
    if (own.length === 0) return []
    const ready = own.filter(configured)
    const offer: MediumOffer = {
      medium,
      vendors: ready.map(({ id, name }) => ({ id, name })),
      missing: ready.length > 0 ? [] : own.map(({ keyName }) => keyName),
    }
    return [offer]
  })
}

const isFace = (vendor: Vendor): vendor is FaceVendor => vendor.medium === 'face'
const isVoice = (vendor: Vendor): vendor is VoiceVendor => vendor.medium === 'voice'
const isText = (vendor: Vendor): vendor is TextVendor => vendor.medium === 'text'

const configured = (vendor: Vendor) => vendor.configured()

/** The vendor of faces that has a key, if any. */
export const faceVendor = () => vendors.filter(isFace).find(configured)

/** The vendor of voices that has a key, if any. */
export const voiceVendor = () => vendors.filter(isVoice).find(configured)

/** The vendors of text that have a key, in the order of the list: the first is the default. */
export const textVendors = () => vendors.filter(isText).filter(configured)

/**
 * Whether a conversation face to face could begin now. Throws `vendor_not_configured` without a
 * vendor of faces, and the vendor's `Problem` when it could not be asked.
 */
export async function faceAvailability(): Promise<Availability> {
  const vendor = faceVendor()
  if (!vendor) throw new Problem('vendor_not_configured')
  return (await vendor.availability?.()) ?? { canStart: true }
}

/** The catalogue personas are cast from; undefined when no vendor with faces has a key. */
export const faceCatalogue = async (): Promise<Catalogue | undefined> => faceVendor()?.catalogue()
