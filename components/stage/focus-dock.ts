/** After a control went away with the focus: the next step of the stage's dock takes it. */
export function focusDock() {
  requestAnimationFrame(() => {
    if (document.activeElement !== document.body) return
    const first = document.querySelector<HTMLElement>('section[data-phase] [data-first]')
    first?.focus({ preventScroll: true })
  })
}
