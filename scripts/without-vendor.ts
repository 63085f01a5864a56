// `npm run without`: deletes each vendor in turn from a scratch copy, as docs/adding-a-vendor.md says
// it is done, and shows that the rest still compiles and passes. `npm run without -- anam` for one.
import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

const registry = 'lib/vendors/registry.ts'

/** Every vendor of the registry, by its folder. */
const vendorIds = () =>
  [...readFileSync(registry, 'utf8').matchAll(/from '\.\/(\w+)\/vendor'/g)].flatMap(
    ([, id]) => id ?? [],
  )

/** All that git knows of, and what is new and not ignored; without what is deleted. */
function copyTo(copy: string) {
  const { stdout } = spawnSync('git', ['ls-files', '-co', '--exclude-standard', '--deduplicate'], {
    encoding: 'utf8',
    maxBuffer: 50_000_000,
  })
  for (const file of stdout.split('\n').filter(Boolean)) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    cpSync(file, join(copy, file), { force: true })
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'))
}

/** Folders of routes that are a vendor's own: their handler imports from its folder. */
function routesOf(id: string): string[] {
  return readdirSync('app/api', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])route\.ts$/.test(file))
    .filter((file) => readFileSync(join('app/api', file), 'utf8').includes(`@/lib/vendors/${id}/`))
    .map((file) => dirname(join('app/api', file)))
}

/** Deletes a vendor: its folders, its routes, its line in the registry. */
function deleteVendor(copy: string, id: string): string[] {
  const folders = [`lib/vendors/${id}`, `sandbox/${id}`, ...routesOf(id)]
  for (const folder of folders) rmSync(join(copy, folder), { recursive: true, force: true })
  const path = join(copy, registry)
  const lines = readFileSync(path, 'utf8').split('\n')
  const isIts = (line: string) => line.includes(`'./${id}/vendor'`) || line.trim() === `${id},`
  writeFileSync(path, lines.filter((line) => !isIts(line)).join('\n'))
  return folders
}

function run(copy: string, name: string, args: string[]): boolean {
  const { status, stdout, stderr } = spawnSync('npx', args, { cwd: copy, encoding: 'utf8' })
  if (status === 0) return true
  console.log(`${name} fails:\n${`${stdout}${stderr}`.slice(-6_000)}`)
  return false
}

/**
 * Vendors' folders import nothing of each other, which the compiler has seen; the documents are
 * rewritten by whoever deletes a vendor. `--whole` runs those folders' tests all the same, and the
 * tests that need a database: minutes for each vendor.
 */
const isWhole = process.argv.includes('--whole')
const never = ['sandbox/*/**', 'scripts/readme.test.ts']
const slow = ['app/api/*/**', 'lib/{account,db,ledger,vendors/*}/**']
const unitTests = ['vitest', 'run'].concat(
  [...never, ...(isWhole ? [] : slow)].flatMap((pattern) => ['--exclude', pattern]),
)

function checkWithout(id: string): boolean {
  const copy = mkdtempSync(join(tmpdir(), `without-${id}-`))
  try {
    copyTo(copy)
    const folders = deleteVendor(copy, id)
    console.log(`Without ${id}: ${folders.join(', ')} and its line in ${registry}`)
    return (
      run(copy, 'The types of the routes', ['next', 'typegen']) &&
      run(copy, 'The compiler', ['tsc', '--noEmit']) &&
      run(copy, 'The tests', unitTests)
    )
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const broken = (asked.length > 0 ? asked : vendorIds()).filter((id) => !checkWithout(id))
if (broken.length > 0) {
  console.log(`Something needs ${broken.join(', ')} beside its own folders.`)
  process.exit(1)
}
