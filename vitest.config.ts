import { defineConfig } from 'vitest/config'

const here = (path: string) => new URL(path, import.meta.url).pathname

export default defineConfig({
  resolve: {
    alias: [
      { find: 'server-only', replacement: here('./stubs/empty.cjs') },
      { find: /^@\//, replacement: here('./') },
    ],
  },
  test: {
    include: ['{app,components,lib,sandbox,scripts,e2e}/**/*.test.{ts,tsx}'],
    environment: 'node',
    // The stand-in's WebRTC is a native module: a process of its own per file, not a thread.
    pool: 'forks',
    // By default one core is left idle, which is half of a small machine.
    maxWorkers: '100%',
    testTimeout: 20_000,
  },
})
