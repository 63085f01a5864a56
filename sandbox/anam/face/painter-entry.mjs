// A thread does not inherit tsx from the process that starts it, and a test runner has none: it registers its own.
import { register } from 'tsx/esm/api'

register()
await import('./painter-thread.ts')
