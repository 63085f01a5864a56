import { z } from 'zod'
import { shortText } from './short-text'
import { defineTool } from './tool'

const fact = z.strictObject({ label: shortText(40), value: shortText(80) })

export const showCard = defineTool({
  name: 'show_card',
  label: 'Show a card',
  about: 'Something to read, on the stage.',
  description:
    'Shows the visitor a card to read: a title, a short text and, if useful, a few facts. Use it for what is easier read than heard, such as names, numbers, addresses or steps. It replaces the card before it. Do not read it out word by word.',
  input: z.strictObject({
    title: shortText(80).describe('What the card is about, in a few words.'),
    text: shortText(600).describe('The text of the card, plain, without markup.'),
    facts: z.array(fact).max(6).optional().describe('Facts in pairs, such as Opens: 9 am.'),
  }),
  detail: ({ title }) => title,
  waitSeconds: 10,
  run({ title, text, facts = [] }, host) {
    host.showCard({ title, text, facts })
    return { result: `The card "${title}" is on the screen.` }
  },
})
