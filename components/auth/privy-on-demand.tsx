'use client'

import {
  Component,
  type ComponentType,
  createContext,
  type ReactNode,
  use,
  useEffect,
  useState,
  useSyncExternalStore,
} from 'react'
import type { PublicConfig } from '@/lib/public-config'
import { AuthError } from './privy-api'
import { PrivyHandle } from './privy-handle'
import type { PrivyTreeProps } from './privy-tree'

/** Privy's provider throws on a wrong app id or a chunk that cannot be loaded: a failure to name, not a blank page. */
class Guard extends Component<
  { onError: (error: AuthError) => void; children: ReactNode },
  { failed: boolean }
> {
  override state: { failed: boolean } = { failed: false }
  static getDerivedStateFromError() {
    return { failed: true }
  }
  override componentDidCatch(error: Error) {
    const isId = /app id/i.test(error.message)
    this.props.onError(new AuthError(isId ? 'misconfigured' : 'unreachable', error))
  }
  override render() {
    return this.state.failed ? null : this.props.children
  }
}

const Handle = createContext<PrivyHandle | undefined>(undefined)

/** One per page, around everything: two of Privy's providers would answer each other's frames. */
export function PrivyOnDemand({ config, children }: { config: PublicConfig; children: ReactNode }) {
  const [handle] = useState(() => new PrivyHandle())
  const attempt = useSyncExternalStore(handle.subscribe, handle.attempt, () => 0)
  const [Tree, setTree] = useState<ComponentType<PrivyTreeProps>>()
  // Not next/dynamic, which remembers for ever that a chunk could not be loaded.
  useEffect(() => {
    // No effect runs on the server, but only the first condition keeps Privy out of its bundle too.
    if (typeof window === 'undefined' || attempt === 0) return
    import('./privy-tree').then(
      ({ PrivyTree }) => setTree(() => PrivyTree),
      (error: unknown) => handle.report(new AuthError('unreachable', error)),
    )
  }, [attempt, handle])
  return (
    <Handle value={handle}>
      {children}
      {Tree && attempt > 0 ? (
        <Guard key={attempt} onError={handle.report}>
          <Tree config={config} onChange={handle.report} />
        </Guard>
      ) : null}
    </Handle>
  )
}

/** The page's way to Privy. Nothing of it is fetched before `load` or `use`. */
export function usePrivyHandle(): PrivyHandle {
  const handle = use(Handle)
  if (!handle) throw new Error('usePrivyHandle needs <PrivyOnDemand> around it')
  return handle
}
