import { z } from 'zod'

/** Whether this can be the id of a session: it comes from a URL, and Postgres refuses some of what a URL can carry. */
export const isSessionId = (id: string) => z.uuid().safeParse(id).success
