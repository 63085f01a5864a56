import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { z } from 'zod'

const here = import.meta.dirname

const bundler = z.object({
  buildSync: z.custom<(options: object) => { outputFiles: { contents: Uint8Array }[] }>(
    (value) => typeof value === 'function',
  ),
})

/** As tsx brings it. */
const esbuild = () => {
  const require = createRequire(import.meta.url)
  return bundler.parse(createRequire(require.resolve('tsx'))('esbuild'))
}

/** What the voice adds to a page that has the rest of the app already. */
function clientBytes(): number {
  const { outputFiles } = esbuild().buildSync({
    entryPoints: [join(here, 'transport.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    external: ['@/lib/*', 'zod'],
    write: false,
    logLevel: 'silent',
  })
  return outputFiles.reduce((sum, { contents }) => sum + gzipSync(contents).length, 0)
}

test('the whole voice client, worklets included, is under 8 kB gzip', () => {
  const client = clientBytes()
  // It is served as it is written.
  const worklet = gzipSync(readFileSync(join(here, 'audio.worklet.js'))).length
  console.log(`The voice client: ${client} bytes of modules, ${worklet} of worklets, gzip`)
  expect(client).toBeGreaterThan(1_000)
  expect(client + worklet).toBeLessThan(8_000)
})
