import type { Failure } from './failure'

/** Said where the brain gave no answer. */
export const noAnswer = 'I could not think of an answer just now. Please ask again.'
/** Said where it has given all that it may. */
export const noMoreAnswers =
  'I have given all the answers that I may for now. Please come back a little later.'
/** Said where it was to make up a greeting, and did not. */
export const plainGreeting = 'Hello. What would you like to talk about?'

/** Sentences of the persona that no brain has thought of. */
export const ownWords: readonly string[] = [noAnswer, noMoreAnswers, plainGreeting]

/**
 * Refused for the replies that the visitor has under way, and not for those of the hour: such a place
 * is free in a moment, as what was interrupted ends.
 */
export const isCrowded = ({ code, retryAfter = 60 }: Failure) =>
  code === 'rate_limited' && retryAfter <= 5

export const wordsFor = (failure: Failure): string =>
  failure.code === 'rate_limited' && !isCrowded(failure) ? noMoreAnswers : noAnswer

/** What a greeting answers: chat vendors want somebody to answer. */
export const cameIn = '(I have just come in and have not said anything yet.)'
export const askForGreeting = `${cameIn} (Greet me in one short sentence, as yourself.)`
