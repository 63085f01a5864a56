/** Takes the focus to an element, unfolding what it is folded away in. */
export function focusField(element: Element | null) {
  if (!(element instanceof HTMLElement)) return
  const folded = element.closest('details')
  if (folded) folded.open = true
  element.focus()
}

/** Where the reader has to do something: a decision first, else the first field that is wrong. */
export const firstToMend = (form: HTMLElement | null): Element | null =>
  form?.querySelector('[data-decision]') ??
  form?.querySelector('[aria-invalid="true"], [data-wrong]') ??
  form?.querySelector('[data-summary]') ??
  null
