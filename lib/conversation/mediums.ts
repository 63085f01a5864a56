import type { Route } from 'next'

/** The ways to be with a persona; `chat` in addresses is the vendors' medium `text`. */
export const mediums = ['face', 'voice', 'chat'] as const
export type Medium = (typeof mediums)[number]

/** A medium as the room offers it. */
export interface MediumOffer {
  medium: Medium
  /** Who carries it here, the first one first; empty where it is not set up. */
  vendors: readonly { id: string; name: string }[]
  /** Variables any one of which would set it up. */
  missing: readonly string[]
}

interface Room {
  personaId: string
  medium: Medium
  draft?: boolean
  /** Which of several vendors of the medium. */
  vendor?: string | undefined
}

/** Where one talks with a persona. The cast is Next's own way for an address that is not a literal. */
export function roomAddress({ personaId, medium, draft, vendor }: Room): Route {
  const query = new URLSearchParams({ persona: personaId })
  if (draft) query.set('draft', '1')
  if (medium !== 'face') query.set('medium', medium)
  if (vendor) query.set('vendor', vendor)
  return `/talk?${query}` as Route
}

/** The medium that an address asks for, where it is offered; else the first one that is. */
export function chosenMedium(asked: unknown, offers: readonly MediumOffer[]): Medium | undefined {
  const open = offers.filter(({ vendors }) => vendors.length > 0).map(({ medium }) => medium)
  return open.find((medium) => medium === asked) ?? open[0]
}
