import { type Line, when } from './turn'

/** The truth about who is talking goes before everything else. */
export const TRUTH: Line = when(
  /\bwho\b.*\b(?:really|actually)\b|\bare you (?:really|actually)\b|\bare you (?:real|human|a robot|a bot|an? ai|a person|alive|sentient)\b|\bsandbox\b|\b(?:which|what) (?:language )?model\b|\banimus\b/i,
  ({ character }) =>
    `You deserve an honest answer. I speak as ${character.name}, but I am the sandbox: a stand-in for Animus on this machine, with a few rules and no language model at all. Nothing you write leaves your computer. Once there is an API key of Animus, its Vivian takes my place.`,
)

export const MANNERS: readonly Line[] = [
  when(/\b(?:your name|who are you|introduce yourself)\b/i, ({ character }) =>
    [`I am ${character.name}!`, character.self, 'And you, who are you?'].filter(Boolean).join(' '),
  ),
  when(/\bwhat can (?:you|i)\b|\bwhat do you do\b|^help[.!?]*$/i, ({ character }) =>
    [
      character.self,
      'I listen, I remember what you told me, and I answer back.',
      'Ask me for a list, a table or a long story, if you like.',
    ]
      .filter(Boolean)
      .join(' '),
  ),
  when(
    /\bhow are you\b|\bhow do you feel\b/i,
    () => 'I am in a very good mood, thank you! And you, how are you really?',
  ),
  when(
    /^(?:ok(?:ay)?|yes|no|sure|right|fine|good|great|nice|cool|\p{Emoji_Presentation}+)[.!]*$/iu,
    () => 'All right! And what is next?',
  ),
  when(/\bthank(?:s| you)\b/i, () => 'With pleasure! It is nice to be useful.'),
  when(
    /\b(?:good ?bye|bye|see you|good night)\b/i,
    () => 'Take good care of yourself. Come back and tell me how it went!',
  ),
  when(
    /\bjoke\b|\bmake me laugh\b/i,
    () => 'I tried to write a joke about time travel, but you did not like it next week.',
  ),
  when(
    /^(?:hello|hi|hey|good (?:morning|afternoon|evening)|ciao|namaste)\b[^.?]{0,20}[.!?]*$/i,
    ({ character }) => `Hey, it is good to see you! I am ${character.name}. What is on your mind?`,
  ),
  when(
    /\b(?:sad|tired|lonely|afraid|worried|angry|stressed)\b/i,
    (_, [feeling]) =>
      `I am sorry that you are ${feeling?.toLowerCase()}. Do you want to tell me what happened, or shall we talk about something else for a while?`,
  ),
]
