import type { Page } from '@playwright/test'

const regions = ['stage', 'controls', 'captions', 'time', 'log', 'elsewhere'] as const
type Region = (typeof regions)[number]
/**
 * Names of the components that rendered, one for each time; minified in a production build. `time`
 * is the clock on the stage, which goes by itself.
 */
export type Renders = Record<Region, string[]>

/** What this needs of React's own record of a component or element. */
interface Fiber {
  tag: number
  flags: number
  type: unknown
  stateNode: unknown
  child: Fiber | null
  sibling: Fiber | null
  alternate: Fiber | null
}

declare global {
  interface Window {
    /** Since the last call. */
    takeRenders: () => Renders
  }
}

/**
 * Counts what React renders, by the place on the page, in any build. Installs the hook that React
 * looks for when it loads, so call it before the page is opened.
 */
export async function countRenders(page: Page) {
  await page.addInitScript(installCounter)
}

/** What has rendered since the last call. */
export const takeRenders = (page: Page): Promise<Renders> =>
  page.evaluate(() => window.takeRenders())

/** Runs in the page; uses nothing from outside itself. */
function installCounter() {
  const places: [Region, string][] = [
    ['controls', '[role="toolbar"][aria-label="Conversation"]'],
    ['captions', '[data-captions]'],
    ['time', ':has(> [role="timer"])'],
    ['log', '[role="log"]'],
    ['stage', 'section[data-phase]'],
  ]
  /** React's numbers of functions, in memo or not, and of elements; and its sign of a render. */
  const functions = new Set([0, 11, 15])
  const element = 5
  const performedWork = 1

  const none = (): Renders => ({
    stage: [],
    controls: [],
    captions: [],
    time: [],
    log: [],
    elsewhere: [],
  })
  let renders = none()

  const regionOf = (node: Element): Region =>
    places.find(([, selector]) => node.closest(selector))?.[0] ?? 'elsewhere'

  function firstElement(fiber: Fiber): Element | undefined {
    if (fiber.tag === element) {
      return fiber.stateNode instanceof Element ? fiber.stateNode : undefined
    }
    for (let child = fiber.child; child; child = child.sibling) {
      const found = firstElement(child)
      if (found) return found
    }
  }

  /** A component is where its first element is, or where its parent is when it draws none. */
  function walk(fiber: Fiber, around: Region) {
    const node = firstElement(fiber)
    const region = node ? regionOf(node) : around
    if (functions.has(fiber.tag) && fiber.flags & performedWork) {
      const { type } = fiber
      renders[region].push(typeof type === 'function' ? type.name : 'memo')
    }
    // The same children as before: React has left this whole branch alone, and its flags are old.
    if (fiber.alternate && fiber.alternate.child === fiber.child) return
    for (let child = fiber.child; child; child = child.sibling) walk(child, region)
  }

  window.takeRenders = () => {
    const taken = renders
    renders = none()
    return taken
  }
  Object.defineProperty(window, '__REACT_DEVTOOLS_GLOBAL_HOOK__', {
    value: {
      renderers: new Map(),
      supportsFiber: true,
      inject: () => 1,
      checkDCE() {},
      onScheduleFiberRoot() {},
      onCommitFiberRoot: (_id: number, root: { current: Fiber }) => walk(root.current, 'elsewhere'),
      onPostCommitFiberRoot() {},
      onCommitFiberUnmount() {},
    },
  })
}
