import { inTime } from '@/lib/catalogue/in-time'

interface ItemReaderOptions<Item> {
  /** Null: the catalogue does not have it. */
  read: (id: string, signal: AbortSignal) => Promise<Item | null>
  onRead: (id: string, item: Item | null) => void
}

/** Reads items one by one beside each other, each once: one that cannot be read holds nobody up. */
export function createItemReader<Item>({ read, onRead }: ItemReaderOptions<Item>) {
  const asked = new Map<string, AbortController>()
  return {
    ask(ids: readonly string[]) {
      for (const id of ids) {
        if (asked.has(id)) continue
        const controller = new AbortController()
        asked.set(id, controller)
        inTime((signal) => read(id, signal), controller).then(
          (item) => asked.get(id) === controller && onRead(id, item),
          // Shown without a name until the catalogue can be read.
          () => {},
        )
      }
    },
    stop() {
      const controllers = [...asked.values()]
      asked.clear()
      for (const controller of controllers) controller.abort()
    },
  }
}
