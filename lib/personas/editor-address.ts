import type { Route } from 'next'

/** Where a persona is edited. The cast is Next's own way for an address that is not a literal. */
export const editorAddress = (id: string): Route => `/personas/${encodeURIComponent(id)}` as Route
