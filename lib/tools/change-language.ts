import { z } from 'zod'
import { languageName, languages } from '@/lib/personas/languages'
import { defineTool } from './tool'

export const changeLanguage = defineTool({
  name: 'change_language',
  label: 'Change the language',
  about: 'Listens for another language. The visitor is asked first.',
  description:
    'Changes the language that you listen for, after the visitor has agreed. Use it when the visitor wants to speak another language. From then on speak that language yourself.',
  input: z.strictObject({
    language: z.enum(languages.map(({ code }) => code)).describe('ISO 639-1 code, such as it.'),
  }),
  detail: ({ language }) => languageName(language),
  question: ({ language }) => ({
    words: (name) => `${name} would like to go on in ${languageName(language)}.`,
    yes: 'Allow',
    no: 'Not now',
  }),
  waitSeconds: 60,
  run({ language }, host) {
    host.setLanguage(language)
    const name = languageName(language)
    return { result: `From now on ${name} is understood. Go on in ${name}.` }
  },
})
