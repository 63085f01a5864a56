import type { Route } from 'next'

const nowhere = 'http://nowhere.invalid'

/**
 * Where to go after signing in: the asked-for address when it is a page of this app, else `fallback`.
 * Anything a browser would read as another origin (`//host`, `/\host`, `/.//host`, `https:…`) is refused.
 */
export function wayBack(next: string | string[] | undefined, fallback: Route = '/talk'): Route {
  if (typeof next !== 'string' || !next.startsWith('/') || !URL.canParse(next, nowhere)) {
    return fallback
  }
  const url = new URL(next, nowhere)
  const isPage = url.origin === nowhere && !/^\/(\/|(api|sign-in)(\/|$))/.test(url.pathname)
  // Of this origin, as just checked; whether a page answers there is for the router to say.
  return isPage ? ((url.pathname + url.search) as Route) : fallback
}
