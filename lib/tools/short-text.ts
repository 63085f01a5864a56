import { z } from 'zod'

/** Text that a language model writes for the stage: something, and not too much of it. */
export const shortText = (longest: number) => z.string().trim().min(1).max(longest)
