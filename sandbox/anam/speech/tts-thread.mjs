// Threads do not inherit the TypeScript loader of the process (nor is there one under vitest).
import { register } from 'tsx/esm/api'

register()
await import('./tts-worker.ts')
