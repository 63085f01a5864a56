import type { Context } from '@/lib/contexts/context'
import { contexts } from '@/lib/contexts/contexts'
import type { Invitation } from '@/lib/conversation/transport'
import { fieldErrors } from '@/lib/http/field-errors'

/** What the next talk is about, as the visitor chose it. */
export interface SceneChoice {
  /** The name of a module of lib/contexts. */
  context: string
  /** As the visitor reads it; null when it is about nothing in particular. */
  name: string | null
  metadata: Readonly<Record<string, string>>
}

/** Nothing in particular: a talk as it is without any choice. */
export const justTalk: SceneChoice = { context: 'default', name: null, metadata: {} }

/** What is sent of it when a talk is asked for. */
export const invitedTo = ({ context, metadata }: SceneChoice): Partial<Invitation> =>
  context === justTalk.context ? {} : { context, metadata }

/** The context of this id; the first one where there is none. */
export function contextOf(id: string): Context {
  const context = contexts.find((known) => known.id === id) ?? contexts[0]
  if (!context) throw new Error('There are no contexts')
  return context
}

type Answers = Readonly<Record<string, string>>

/** A context with what was answered, or what is wrong with the answers, by field. */
export function readChoice(
  context: Context,
  answers: Answers,
): { scene: SceneChoice } | { errors: Answers } {
  const metadata = Object.fromEntries(
    context.fields.flatMap(({ name, choices }) => {
      const answer = answers[name]?.trim() || choices?.[0]?.value
      return answer ? [[name, answer]] : []
    }),
  )
  const read = context.read(metadata)
  if ('error' in read) {
    return {
      errors: Object.fromEntries(
        fieldErrors(read.error).map(({ path, message }) => [path, message]),
      ),
    }
  }
  const name = context.id === justTalk.context ? null : context.name
  return { scene: { context: context.id, name, metadata } }
}
