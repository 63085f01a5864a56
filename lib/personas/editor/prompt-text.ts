import { starterPrompts } from '../starter-prompts'

/** The prompt in the form, and the texts that gave way to templates: the last of them comes back first. */
export interface PromptText {
  text: string
  aside: readonly string[]
}

/** Somebody has written it; a template as it is can be chosen again. */
const isOwn = (text: string) =>
  text.trim() !== '' && !starterPrompts.some(({ prompt }) => prompt === text)

/** A template takes the place of the prompt. */
export const beginFrom = (template: string, { text, aside }: PromptText): PromptText => ({
  text: template,
  aside: isOwn(text) ? [...aside, text] : aside,
})

/** What was put aside last stands in the form again; what was written since is put aside for it. */
export function bringBack({ text, aside }: PromptText): PromptText {
  const last = aside.at(-1)
  if (last === undefined) return { text, aside }
  const rest = aside.slice(0, -1)
  return { text: last, aside: isOwn(text) ? [text, ...rest] : rest }
}

/** A variable at the place of what is selected, as a word of its own; `caret` is behind it. */
export function withVariable(
  text: string,
  { from, to }: { from: number; to: number },
  name: string,
): { text: string; caret: number } {
  const before = text.slice(0, from)
  const after = text.slice(to)
  const head = `${before}${/[\p{L}\p{N}\p{Pe}.,:;!?]$/u.test(before) ? ' ' : ''}{{${name}}}`
  return {
    text: `${head}${/^[\p{L}\p{N}\p{Ps}]/u.test(after) ? ' ' : ''}${after}`,
    caret: head.length,
  }
}
