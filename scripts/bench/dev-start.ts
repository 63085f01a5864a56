import { launch } from '../../e2e/launch'

/** Seconds from `npm run dev` to its first page, the second time (caches warm). */
export async function benchDevStart() {
  const seconds: number[] = []
  for (let i = 0; i < 2; i++) {
    const started = performance.now()
    const launched = await launch({ mode: 'dev', port: 3450, dataDir: '.data/bench-dev' })
    await (await fetch(launched.urls.app)).text()
    seconds.push((performance.now() - started) / 1_000)
    await launched.stop()
  }
  const [cold = 0, warm = 0] = seconds
  console.log(
    `npm run dev to the first page: ${warm.toFixed(1)} s warm (${cold.toFixed(1)} s before)`,
  )
}
