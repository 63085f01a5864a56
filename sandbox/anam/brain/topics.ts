import type { Situation } from './brain'
import { readPrompt } from './read-prompt'

/** The heart of an answer; the manner of the model dresses it. */
export interface Core {
  /** What sort of answer it is: small talk, something known, a wish of the visitor, what they told. */
  kind: 'talk' | 'fact' | 'wish' | 'story'
  topic: string
  say: string
  /** A question back. */
  ask?: string
}

interface Topic {
  name: string
  heard: RegExp
  answer(situation: Situation, match: RegExpExecArray): Pick<Core, 'say' | 'ask'>
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', minute: '2-digit', hour12: true })
const calendar = new Intl.DateTimeFormat('en-GB', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})

const MY_NAME = /\b(?:my name is|call me|i am called)\s+(\p{L}+)/iu

/** The visitor's name, if they have said it. */
function visitorName({ earlier }: Situation): string | undefined {
  const named = earlier.map((words) => MY_NAME.exec(words)?.[1]).filter(Boolean)
  return named.at(-1)
}

/** Small talk and questions about the persona itself, in the order in which they are tried. */
export const TOPICS: Topic[] = [
  {
    name: 'the name of the visitor',
    heard: MY_NAME,
    answer: (_, [, name]) => ({
      say: `It is good to meet you, ${name}.`,
      ask: 'What brings you here?',
    }),
  },
  {
    name: 'whether I remember the visitor',
    heard: /\b(?:what is|what's|remember|know) my name\b/i,
    answer: (situation) => {
      const name = visitorName(situation)
      return name
        ? { say: `You are ${name}, of course.` }
        : { say: 'You have not told me yet.', ask: 'What is your name?' }
    },
  },
  {
    name: 'my name',
    heard: /\b(?:your name|who are you|what are you called|introduce yourself)\b/i,
    answer: ({ personaName, systemPrompt }) => ({
      say: `I am ${personaName}. ${readPrompt(systemPrompt).role}`.trim(),
      ask: 'And who are you?',
    }),
  },
  {
    name: 'whether I am real',
    heard: /\bare you (?:real|human|a robot|an? ai|a person|alive)\b/i,
    answer: ({ modelName }) => ({
      say: `No person, no. I am an AI persona, and here I am only a drawing that talks: a local simulation with a few rules called ${modelName}.`,
      ask: 'Does that bother you?',
    }),
  },
  {
    name: 'my language model',
    heard: /\b(?:language model|llm|which model|what model|brain)\b/i,
    answer: ({ modelName }) => ({
      say: `My language model is ${modelName}. It is a set of rules on this machine, so do not expect too much.`,
    }),
  },
  {
    name: 'the time',
    heard: /\bwhat time\b|\btime is it\b|\bthe time\b/i,
    answer: ({ now }) => ({ say: `It is ${clock.format(now)} where I am.` }),
  },
  {
    name: 'the date',
    heard: /\bwhat (?:day|date)\b|\btoday's date\b|\bwhich day\b/i,
    answer: ({ now }) => ({ say: `Today is ${calendar.format(now)}.` }),
  },
  {
    name: 'what I can do',
    heard:
      /\bwhat can you do\b|\bcan you help\b|\bwhat do you do\b|\bhow do you work\b|^help[.!?]*$/i,
    answer: ({ systemPrompt, tools, personaName }) => {
      const { role, habits } = readPrompt(systemPrompt)
      const [habit] = habits
      const toolNames = tools.map(({ name }) => name.replaceAll('_', ' ')).join(' and ')
      const parts = [role || `I am ${personaName}.`]
      if (habit) parts.push(`I try to ${habit}.`)
      if (toolNames) parts.push(`I can also ${toolNames}.`)
      return { say: parts.join(' '), ask: 'Where shall we begin?' }
    },
  },
  {
    name: 'how I am',
    heard: /\bhow are you\b|\bhow do you feel\b|\bhow is it going\b/i,
    answer: () => ({ say: 'I am very well, thank you.', ask: 'How are you?' }),
  },
  {
    name: 'thanks',
    heard: /\bthank(?:s| you)\b/i,
    answer: () => ({ say: 'You are most welcome.', ask: 'Is there anything else?' }),
  },
  {
    name: 'goodbye',
    heard: /\b(?:good ?bye|bye|see you|good night)\b/i,
    answer: (situation) => {
      const name = visitorName(situation)
      return { say: `Goodbye${name ? `, ${name}` : ''}. I enjoyed talking with you.` }
    },
  },
  {
    name: 'a greeting',
    heard: /^(?:hello|hi|hey|good (?:morning|afternoon|evening)|ciao|bom dia)\b[^a-z]*$/i,
    answer: ({ personaName }) => ({
      say: `Hello, I am ${personaName}.`,
      ask: 'What would you like to talk about?',
    }),
  },
  {
    name: 'a joke',
    heard: /\bjoke\b|\bmake me laugh\b/i,
    answer: () => ({
      say: 'Why did the stand-in never get nervous? It knew that the real one would come on later.',
    }),
  },
]
