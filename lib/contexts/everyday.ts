import { z } from 'zod'
import { defineContext } from './context'

/** Just a talk. */
export const everyday = defineContext({
  id: 'default',
  name: 'Just talk',
  about: 'Nothing in particular.',
  metadata: z.strictObject({}),
  fields: [],
  prompt: () => '',
})
