import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const documents = [
  'README.md',
  'docs/adding-a-vendor.md',
  ...readdirSync('docs/decisions').map((file) => `docs/decisions/${file}`),
]
const readme = readFileSync('README.md', 'utf8')
const example = readFileSync('.env.local.example', 'utf8')

const namedFiles = (text: string) => [
  ...[
    ...text.matchAll(/`([\w./@[\]-]+\/[\w./@[\]-]*|[\w.-]+\.(?:ts|tsx|json|md|mjs|example))`/g),
  ].flatMap(([, path]) => (path ? [path] : [])),
  ...[...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].flatMap(([, path]) => (path ? [path] : [])),
]

describe('the documents', () => {
  it.each(documents)('%s names only files that exist', (document) => {
    const missing = namedFiles(readFileSync(document, 'utf8')).filter(
      (path) => !path.startsWith('/') && !path.includes('route.ts`') && !existsSync(path),
    )
    expect(missing).toEqual([])
  })

  it('name only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'))
    for (const [, script] of readme.matchAll(/`npm (?:run )?([a-z:]+)`/g)) {
      if (script !== 'ci') expect(Object.keys(scripts)).toContain(script)
    }
  })

  it('have a line in .env.local.example for each variable that the app reads', () => {
    const files = [
      'lib/env.ts',
      ...readdirSync('lib/vendors').map((name) => `lib/vendors/${name}/environment.ts`),
    ]
    const source = files
      .filter((file) => existsSync(file))
      .map((file) => readFileSync(file, 'utf8'))
      .join('\n')
    const setByThePlatform = ['NODE_ENV', 'VERCEL', 'VENDOR_LABELS']
    const read = [...source.matchAll(/^ {2}([A-Z_]{4,}):/gm)].flatMap(([, name]) =>
      name ? [name] : [],
    )
    expect(read.length).toBeGreaterThan(10)
    for (const name of read.filter((name) => !setByThePlatform.includes(name))) {
      expect(example).toMatch(new RegExp(`^#.+\\n${name}=`, 'm'))
    }
  })
})
