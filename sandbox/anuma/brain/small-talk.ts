import type { Topic } from './situation'

/** Manners, and the truth about who is talking. */
export const HONESTY: Topic = {
  wish: 'to know whom they are really talking with',
  heard:
    /\bwho\b.*\b(?:really|actually)\b|\bare you (?:really|actually)\b|\bare you (?:real|human|a robot|a bot|an? ai|a person|alive|chatgpt|sentient)\b|\bsandbox\b|\b(?:which|what) (?:language )?model\b|\banuma\b/i,
  say: ({ persona, modelName }) =>
    `Honestly? I play ${persona.name}, but behind the name is the sandbox: a stand-in for Anuma on this machine, with a few rules under the model name ${modelName}. No language model is running and nothing leaves your computer. With an API key of Anuma, a real model answers here instead.`,
}

export const SMALL_TALK: readonly Topic[] = [
  {
    wish: 'to know my name',
    heard: /\b(?:your name|who are you|what are you called|introduce yourself)\b/i,
    say: ({ persona }) =>
      `I am ${persona.name}. ${persona.role} And who are you?`.replace(/ {2,}/g, ' '),
  },
  {
    wish: 'to know what I can do',
    heard: /\bwhat can (?:you|i)\b|\bcan you help\b|\bwhat do you do\b|^help[.!?]*$/i,
    say: ({ persona }) =>
      `${persona.role} I can answer, remember what you said, and write a list, a table or a bit of code. Ask me to tell you everything if you have a moment.`.trim(),
  },
  {
    wish: 'to know how I am',
    heard: /\bhow are you\b|\bhow is it going\b|\bhow do you feel\b/i,
    say: () => 'I am well, thank you: rested and with nothing else to do. How are you?',
  },
  {
    wish: 'to thank me',
    heard: /\bthank(?:s| you)\b/i,
    say: () => 'You are welcome. Is there anything else I can do?',
  },
  {
    wish: 'to say goodbye',
    heard: /\b(?:good ?bye|bye|see you|good night)\b/i,
    say: () => 'Goodbye. I enjoyed talking with you, and I will be here when you come back.',
  },
  {
    wish: 'to laugh',
    heard: /\bjoke\b|\bmake me laugh\b/i,
    say: () =>
      'A packet walks into a bar and orders a drink. The bartender asks: “The whole one?” “No,” says the packet, “I am only the first half.”',
  },
  {
    wish: 'to agree',
    heard:
      /^(?:ok(?:ay)?|yes|no|sure|right|fine|good|great|nice|cool|\p{Emoji_Presentation}+)[.!]*$/iu,
    say: () => 'Good. Where would you like to go from here?',
  },
  {
    wish: 'to say hello',
    heard:
      /^(?:hello|hi|hey|good (?:morning|afternoon|evening)|ciao|namaste|bom dia)\b[^a-z]*(?:there|\p{L}+)?[^a-z]*$/iu,
    say: ({ persona }) => `Hello, I am ${persona.name}. What would you like to talk about?`,
  },
]
