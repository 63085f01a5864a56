import type { Route } from './call'

interface Entry {
  method: string
  pattern: RegExp
  route: Route
}

/** Routes by method and path; `:name` stands for one part of the path. */
export class Router {
  readonly #entries: Entry[] = []

  add(method: 'GET' | 'POST' | 'DELETE', path: string, route: Route) {
    const pattern = new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`)
    this.#entries.push({ method, pattern, route })
  }

  /** The route with its parameters; `knownPath` tells a wrong method from a wrong path. */
  find(method: string, path: string) {
    let knownPath = false
    for (const { method: own, pattern, route } of this.#entries) {
      const match = pattern.exec(path)
      if (!match) continue
      if (own === method) return { route, params: { ...match.groups }, knownPath: true }
      knownPath = true
    }
    return { route: undefined, params: {}, knownPath }
  }
}
