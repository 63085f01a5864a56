import type { Speech } from './speech'

/** What the speech worker is asked. */
export interface WorkerRequest {
  id: number
  text: string
  voice: string
  stretch: number
  pitch: number
}

/** What it answers: one of the two. */
export type WorkerAnswer = { id: number; speech: Speech } | { id: number; error: string }
