import { z } from 'zod'
import { type HelpTopic, help } from './help'
import { defineTool } from './tool'

const isTopic = (key: string): key is HelpTopic => key in help
const topics = Object.keys(help).filter(isTopic)

export const lookUpHelp = defineTool({
  name: 'look_up_help',
  label: 'Look up help',
  about: 'How this page works, when the visitor asks.',
  description:
    'Looks up how this page works: muting, captions, push to talk, typing, interrupting, ending, the transcript, personas, devices, limits, privacy. Use it whenever the visitor asks about the page or its controls, and answer in your own words.',
  input: z.strictObject({ topic: z.enum(topics) }),
  detail: ({ topic }) => topic.replaceAll('_', ' '),
  waitSeconds: 10,
  run: ({ topic }) => ({ result: help[topic] }),
})
