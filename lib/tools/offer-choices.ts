import { z } from 'zod'
import { shortText } from './short-text'
import { defineTool } from './tool'
import { ToolError } from './tool-error'

const isUnique = (choices: string[]) => new Set(choices).size === choices.length

export const offerChoices = defineTool({
  name: 'offer_choices',
  label: 'Offer choices',
  about: 'Buttons to answer with, instead of words.',
  description:
    'Shows the visitor a question with two to six choices as buttons and answers with the one they pick. Use it when they have to choose between a few things. Ask the question aloud as well, in a few words.',
  input: z.strictObject({
    question: shortText(160).describe('What the visitor is asked.'),
    choices: z
      .array(shortText(60))
      .min(2)
      .max(6)
      .refine(isUnique, 'Each choice once.')
      .describe('The choices, each in a few words and each different.'),
  }),
  detail: ({ question }) => question,
  waitSeconds: 120,
  async run({ question, choices }, host) {
    const pick = await host.offerChoices({ question, choices })
    if (pick === undefined) {
      throw new ToolError('declined', 'The visitor closed the question without picking anything.')
    }
    return { result: `The visitor picked "${pick}".`, detail: `${question} ${pick}` }
  },
})
