/** A timer on the stage. */
export interface RunningTimer {
  id: number
  label: string
  seconds: number
  /** Milliseconds since 1970. */
  endsAt: number
  isOver: boolean
}

/** Timers that ring once and stay, over, until they are closed. */
export function createDisplayTimers(
  show: (timers: readonly RunningTimer[]) => void,
  ring: () => void,
) {
  let timers: readonly RunningTimer[] = []
  const waits = new Map<number, ReturnType<typeof setTimeout>>()

  function set(next: readonly RunningTimer[]) {
    timers = next
    show(next)
  }

  return {
    start(timer: Pick<RunningTimer, 'id' | 'label' | 'seconds'>, onOver: () => void) {
      const due = () => {
        waits.delete(timer.id)
        set(timers.map((known) => (known.id === timer.id ? { ...known, isOver: true } : known)))
        ring()
        onOver()
      }
      waits.set(timer.id, setTimeout(due, timer.seconds * 1000))
      set([...timers, { ...timer, endsAt: Date.now() + timer.seconds * 1000, isOver: false }])
    },
    close(id: number) {
      clearTimeout(waits.get(id))
      waits.delete(id)
      set(timers.filter((timer) => timer.id !== id))
    },
    clear() {
      for (const wait of waits.values()) clearTimeout(wait)
      waits.clear()
      timers = []
    },
  }
}
