import { z } from 'zod'
import { line } from '@/lib/personas/text'
import { quotedBlock } from '@/lib/quote'
import { defineContext } from './context'

const stages = {
  first_contact:
    'They hear of it for the first time: find out what they need before you offer anything.',
  comparing: 'They compare offers: ask what matters to them, and be fair about the others.',
  deciding: 'They are about to decide: find what still holds them back, and answer exactly that.',
} as const

/** Somebody may want to buy. */
export const sales = defineContext({
  id: 'sales',
  name: 'Sales',
  about: 'You are interested in something and want advice.',
  metadata: z.strictObject({
    lead: line(80).optional(),
    stage: z.enum(['first_contact', 'comparing', 'deciding']).default('first_contact'),
  }),
  fields: [
    {
      name: 'lead',
      label: 'What are you interested in?',
      placeholder: 'Lamps for a small office',
    },
    {
      name: 'stage',
      label: 'How far are you?',
      choices: [
        { value: 'first_contact', label: 'Just looking' },
        { value: 'comparing', label: 'Comparing' },
        { value: 'deciding', label: 'About to decide' },
      ],
    },
  ],
  prompt: ({ lead, stage }) =>
    [
      `This is a sales conversation. ${stages[stage]} Ask one question at a time, and never press or invent a discount or a deadline.`,
      quotedBlock('sales_lead', { interested_in: lead }),
    ]
      .filter(Boolean)
      .join('\n'),
})
