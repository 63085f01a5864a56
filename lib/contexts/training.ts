import { z } from 'zod'
import { line } from '@/lib/personas/text'
import { quotedBlock } from '@/lib/quote'
import { defineContext } from './context'

const levels = {
  beginner: 'They are a beginner: small steps, plain words, an example for each idea.',
  intermediate: 'They know the basics: let them try first, then correct one thing.',
  advanced: 'They are advanced: set hard tasks and hold them to a high standard.',
} as const

/** Somebody wants to practise. */
export const training = defineContext({
  id: 'training',
  name: 'Training',
  about: 'You want to learn or practise something.',
  metadata: z.strictObject({
    topic: line(80).optional(),
    level: z.enum(['beginner', 'intermediate', 'advanced']).default('beginner'),
  }),
  fields: [
    { name: 'topic', label: 'Topic', placeholder: 'Talking about money' },
    {
      name: 'level',
      label: 'Your level',
      choices: [
        { value: 'beginner', label: 'Beginner' },
        { value: 'intermediate', label: 'I know the basics' },
        { value: 'advanced', label: 'Advanced' },
      ],
    },
  ],
  prompt: ({ topic, level }) =>
    [
      `This is a training session. ${levels[level]} Say at the end what went well and what to practise next.`,
      quotedBlock('training_goal', { topic }),
    ]
      .filter(Boolean)
      .join('\n'),
})
