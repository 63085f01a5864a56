import { useEffect } from 'react'

const question = 'Leave without saving? What you changed on this page is lost.'

/** Asks before somebody leaves a page with something unsaved: by closing it or by a link. */
export function useUnsavedGuard(isUnsaved: boolean) {
  useEffect(() => {
    if (!isUnsaved) return
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    // In the capture phase of the window: before the router takes the click.
    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || link.target === '_blank' || link.download) return
      const isElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey
      const isHere = link.pathname === location.pathname && link.hash !== ''
      if (isElsewhere || isHere || link.origin !== location.origin) return
      if (window.confirm(question)) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', onLeave)
    window.addEventListener('click', onClick, true)
    return () => {
      window.removeEventListener('beforeunload', onLeave)
      window.removeEventListener('click', onClick, true)
    }
  }, [isUnsaved])
}
