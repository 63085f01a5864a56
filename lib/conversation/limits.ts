/** How long each wait may take before it becomes a failure with words, in milliseconds. */
export const limits = {
  /** An unanswered permission prompt: the conversation goes on without a microphone. */
  microphone: 45_000,
  mint: 20_000,
  /** From opening the connection until words can flow. */
  connect: 20_000,
  /** From then until the first frame. */
  firstFrame: 15_000,
  /** A vendor's own end this close to the limit is the limit. */
  endTolerance: 3_000,
  /** Closing and reporting; then the stage is at rest whatever the network does. */
  close: 4_000,
  /** A picture that stands still longer than this will not come back by itself. */
  frozen: 4_000,
  /** The browser is online again: so long the old connection may still recover. */
  onlineAgain: 800,
  /** A lost connection is given up after this. */
  reconnect: 45_000,
  /** Pauses before the tries within it; the last one repeats. */
  reconnectPauses: [0, 1_000, 2_000, 4_000, 8_000],
  /** Each wait within one such try. */
  reconnectStep: 8_000,
  /** Lost connections in one conversation: each new one costs a token of the visitor's hour. */
  reconnects: 5,
  /** Standing in the queue for a free line. */
  queue: 600_000,
  /** Between two looks at the queue, whatever the vendor's guess is. */
  queueLook: { shortest: 2_000, longest: 10_000 },
  /** Pauses before the tries at a vendor that cannot tell whether a line is free. */
  blindTries: [500, 1_000, 2_000],
  /** Nothing heard, typed or pressed and the persona silent: the page asks. */
  alone: 150_000,
  /** How long it waits for an answer before it ends the talk. */
  aloneAnswer: 30_000,
  /** A brain that is silent longer than this in the middle of a sentence: it is said as far as it is. */
  thoughtPause: 1_500,
  /** A brain that is silent this much longer gives no answer any more. */
  thought: 25_000,
  /** Pauses before a reply is asked for again, while interrupted ones still end on the server. */
  crowded: [250, 750, 2_000],
  /** Somebody was heard and no words came of it: what was asked before is answered. */
  overheard: 2_500,
  /** Both have agreed to end: so long the persona may take for its goodbye. */
  goodbye: 6_000,
  /** The words of a goodbye are here a moment before all of it has been heard. */
  goodbyeEcho: 700,
} as const
