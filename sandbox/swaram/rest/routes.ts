import type { Route } from './call'

type Method = 'GET' | 'POST' | 'DELETE'

/** Routes by method and path; each call of one is counted. */
export class Routes {
  readonly counters: Record<string, number> = {}
  readonly #routes = new Map<string, Map<string, Route>>()

  add(method: Method, path: string, route: Route) {
    const methods = this.#routes.get(path) ?? new Map<string, Route>()
    methods.set(method, route)
    this.#routes.set(path, methods)
  }

  /** `allowed` tells a wrong method from a wrong path. */
  find(method: string, path: string): { route: Route | undefined; allowed: string[] } {
    const methods = this.#routes.get(path)
    const route = methods?.get(method)
    if (route) this.count(`${method} ${path}`)
    return { route, allowed: [...(methods?.keys() ?? [])] }
  }

  count(what: string) {
    this.counters[what] = (this.counters[what] ?? 0) + 1
  }
}
