/** Collects how long the parts of one request took, for the `Server-Timing` header. */
export interface Timing {
  /** Runs `work` and counts its time under `name`, also when it fails. */
  measure<T>(name: string, work: () => Promise<T>): Promise<T>
  /** `auth;dur=1.2, ledger;dur=3.4`, in the order of first use; empty when nothing was measured. */
  header(): string
}

export function createTiming(now: () => number = () => performance.now()): Timing {
  const parts = new Map<string, number>()
  return {
    async measure(name, work) {
      const start = now()
      try {
        return await work()
      } finally {
        parts.set(name, (parts.get(name) ?? 0) + now() - start)
      }
    },
    header: () => [...parts].map(([name, ms]) => `${name};dur=${ms.toFixed(1)}`).join(', '),
  }
}
