import 'server-only'
import { Problem } from '@/lib/http/problem'
import { faceCatalogue } from '@/lib/vendors/registry'
import type { Catalogue } from '@/lib/vendors/vendor'

/**
 * The catalogue, of which `list` could be read. Throws the vendor's `Problem`, or
 * `vendor_not_configured` without a vendor of faces.
 */
export async function catalogueWith(list: keyof Catalogue): Promise<Catalogue> {
  const catalogue = await faceCatalogue()
  if (!catalogue) throw new Problem('vendor_not_configured')
  // No account is without any: an empty list is one that could not be read.
  if (catalogue[list].length === 0) {
    throw new Problem('vendor_error', { detail: 'The catalogue cannot be read now.' })
  }
  return catalogue
}
