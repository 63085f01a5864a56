/** Something to read that stays on the stage until it is closed. */
export interface Card {
  title: string
  text: string
  facts: readonly { label: string; value: string }[]
}

export interface Choices {
  question: string
  choices: readonly string[]
}

/** What a person is asked before a tool acts. */
export interface Question {
  words: (personaName: string) => string
  /** On the buttons. */
  yes: string
  no: string
}

interface NewTimer {
  label: string
  seconds: number
  /** What the persona is told when it is over. */
  over: string
}

/**
 * The page as tools act on it: no vendor, no React and no document is known to them. Made for one
 * call; its questions are closed and reject when the call is given up.
 */
export interface ToolHost {
  /** Resolves with whether the person allows it. */
  ask: (question: Question) => Promise<boolean>
  /** Resolves with the pick, or undefined when the person wants none. */
  offerChoices: (choices: Choices) => Promise<string | undefined>
  /** In place of the card before it. */
  showCard: (card: Card) => void
  startTimer: (timer: NewTimer) => void
  /** How many are on the stage. */
  timers: () => number
  /** Until the conversation ends by itself. */
  secondsLeft: () => number
  /** The persona listens for this language from now on, by its ISO 639-1 code. */
  setLanguage: (code: string) => void
  /** Ends the conversation once the persona has said goodbye. */
  endAfterGoodbye: () => void
}
