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
} as const
