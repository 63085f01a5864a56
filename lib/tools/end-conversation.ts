import { z } from 'zod'
import { shortText } from './short-text'
import { defineTool } from './tool'

export const endConversation = defineTool({
  name: 'end_conversation',
  label: 'End the conversation',
  about: 'Says goodbye and ends. The visitor is asked first.',
  description:
    'Ends the conversation politely, after the visitor has agreed. Use it when the visitor says goodbye or everything has been said. You can still say one short sentence of goodbye; then it is over.',
  input: z.strictObject({
    farewell: shortText(200).optional().describe('What you are going to say as goodbye.'),
  }),
  detail: () => '',
  question: () => ({
    words: (name) => `${name} would like to end the conversation.`,
    yes: 'End',
    no: 'Keep talking',
  }),
  waitSeconds: 60,
  run({ farewell }, host) {
    host.endAfterGoodbye()
    const such = farewell ? `, such as: ${farewell}` : '.'
    return { result: `The visitor agreed, and it ends in a moment. Say goodbye now${such}` }
  },
})
