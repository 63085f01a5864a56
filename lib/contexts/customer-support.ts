import { z } from 'zod'
import { line } from '@/lib/personas/text'
import { quotedBlock } from '@/lib/quote'
import { defineContext } from './context'

/** Somebody needs help with something they bought. */
export const customerSupport = defineContext({
  id: 'customer-support',
  name: 'Customer support',
  about: 'You need help with something you bought.',
  metadata: z.strictObject({
    product: line(80).optional(),
    orderNumber: line(40)
      .refine((value) => /^[\w #./-]*$/.test(value), 'Letters, digits and # . / - only.')
      .optional(),
  }),
  fields: [
    { name: 'product', label: 'Product', placeholder: 'Desk lamp' },
    {
      name: 'orderNumber',
      label: 'Order number',
      hint: 'If you have one at hand.',
      placeholder: 'A-1042',
    },
  ],
  prompt: ({ product, orderNumber }) =>
    [
      'This is a customer-support conversation. Find out what is wrong, give one step at a time and wait for the result. Ask for nothing that is already known. Promise no refund and no date that you were not told.',
      quotedBlock('support_case', { product, order_number: orderNumber }),
    ]
      .filter(Boolean)
      .join('\n'),
})
