import { randomBytes } from 'node:crypto'

/** `item_…`, `resp_…`, `call_…`: in the vendor's form. */
export const newId = (kind: string) => `${kind}_${randomBytes(9).toString('base64url')}`
